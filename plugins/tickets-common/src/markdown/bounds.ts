import { markdownSize } from './markdownSize';

/**
 * How many elements may stand in each other in a message that is taken in:
 * quotes, lists (two each), emphasis and tags. Readers that know no limit of
 * their own still show this.
 * @public
 */
export const MAX_MARKDOWN_DEPTH = 200;

/**
 * Up to which size a message is shown as Markdown; beyond, a page would be slow
 * or would break.
 * @public
 */
export const MAX_RENDERED_MARKDOWN = {
  depth: 64,
  nodes: 8_000,
  effort: 8_000_000,
} as const;

/**
 * Whether a Markdown text is nested deeper than a message may be.
 * @public
 */
export function isNestedTooDeeply(markdown: string): boolean {
  return markdownSize(markdown).depth > MAX_MARKDOWN_DEPTH;
}

/**
 * Whether a Markdown text can be parsed and shown without making a page slow;
 * otherwise it is to be shown as plain text.
 * @public
 */
export function canRenderMarkdown(markdown: string): boolean {
  const { depth, nodes, effort } = markdownSize(markdown);
  return (
    depth <= MAX_RENDERED_MARKDOWN.depth &&
    nodes <= MAX_RENDERED_MARKDOWN.nodes &&
    effort <= MAX_RENDERED_MARKDOWN.effort
  );
}
