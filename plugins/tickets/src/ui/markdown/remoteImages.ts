import { nodesOf, type TreeNode } from './tree';

/**
 * Makes links of the images that would be loaded from elsewhere than the portal:
 * that server would learn who reads the text, and when. Inside of a link, which
 * cannot contain another one, only their alternative text remains.
 */
export function linkRemoteImages() {
  return (tree: TreeNode): void => {
    for (const { node, inLink } of nodesOf(tree)) {
      if (node.tagName === 'img') {
        const source = String(node.properties?.src ?? '');
        const url = parse(source);
        if (url?.origin !== globalThis.location.origin) {
          replaceImage(node, source, url, inLink);
        }
      }
    }
  };
}

function replaceImage(
  image: TreeNode,
  source: string,
  url: URL | undefined,
  inLink: boolean,
): void {
  const words = String(image.properties?.alt ?? '') || (url?.hostname ?? '');
  image.tagName = inLink || !url ? 'span' : 'a';
  image.properties = image.tagName === 'a' ? { href: source } : {};
  image.children = [{ type: 'text', value: words }];
}

function parse(source: string): URL | undefined {
  try {
    return new URL(source, globalThis.location.href);
  } catch {
    return undefined;
  }
}
