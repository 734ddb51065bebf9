import { fromMarkdown } from 'mdast-util-from-markdown';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];

/** An image that is none, and that nothing is asked for. */
const NO_IMAGE = 'data:,';

/**
 * Whether an image would be asked for elsewhere than at the portal: whoever
 * answers there learns who reads the text, and when.
 */
function isRemote(source: string): boolean {
  const url = parse(source);
  return (
    url?.protocol !== 'data:' && url?.origin !== globalThis.location.origin
  );
}

function parse(source: string): URL | undefined {
  try {
    return new URL(source, globalThis.location.href);
  } catch {
    return undefined;
  }
}

/** Lets no remote image through, however it got into the text. */
export const localImagesAlone = (source: string) =>
  isRemote(source) ? NO_IMAGE : source;

/**
 * Makes links of the remote images in a Markdown text. An image within a link
 * stays: a link has no room for another one.
 */
export function linkRemoteImages(content: string): string {
  const tree = fromMarkdown(content);
  const sources = definitions(tree);
  let text = content;
  for (const node of images(tree).reverse()) {
    const source =
      node.type === 'image' ? node.url : sources.get(node.identifier);
    const start = node.position?.start.offset;
    if (
      source !== undefined &&
      start !== undefined &&
      isRemote(source) &&
      content.startsWith('![', start)
    ) {
      // what remains of an image without its "!" is a link
      const label = node.alt ? '' : (parse(source)?.hostname ?? '');
      text = `${text.slice(0, start)}[${label}${text.slice(start + 2)}`;
    }
  }
  return text;
}

function childrenOf(node: Node): Node[] {
  return 'children' in node ? node.children : [];
}

function images(node: Node) {
  return childrenOf(node).flatMap((child): ImageNode[] => {
    if (child.type === 'image' || child.type === 'imageReference') {
      return [child];
    }
    const isLink = child.type === 'link' || child.type === 'linkReference';
    return isLink ? [] : images(child);
  });
}

type ImageNode = Extract<Node, { type: 'image' | 'imageReference' }>;

function definitions(tree: Root): Map<string, string> {
  const found = new Map<string, string>();
  const collect = (node: Node): void => {
    if (node.type === 'definition' && !found.has(node.identifier)) {
      found.set(node.identifier, node.url);
    }
    childrenOf(node).forEach(collect);
  };
  collect(tree);
  return found;
}
