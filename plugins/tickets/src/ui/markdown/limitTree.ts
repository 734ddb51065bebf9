import { MAX_RENDERED_MARKDOWN } from '@portaldesk/plugin-tickets-common';
import { nodesOf, type TreeNode } from './tree';

/** Characters of addresses and titles that references repeat. */
const MAX_REPEATED = 500_000;

/** Thrown for a text that a page cannot show as Markdown. */
export class MarkdownTooLargeError extends Error {
  constructor() {
    super('This text is too large to be shown as Markdown');
    this.name = 'MarkdownTooLargeError';
  }
}

/**
 * Looks at what was really parsed before anything is made of it: the estimate
 * beforehand can be mistaken.
 */
export function limitTree() {
  return (tree: TreeNode): void => {
    let nodes = 0;
    let repeated = 0;
    const definitions = definitionsOf(tree);
    for (const { node, depth } of nodesOf(tree)) {
      nodes += 1 + paddingOf(node);
      repeated += node.type.endsWith('Reference')
        ? (definitions.get(node.identifier) ?? 0)
        : 0;
      if (
        nodes > MAX_RENDERED_MARKDOWN.nodes ||
        depth > 2 * MAX_RENDERED_MARKDOWN.depth ||
        repeated > MAX_REPEATED
      ) {
        throw new MarkdownTooLargeError();
      }
    }
  };
}

/** The cells that a table gets beyond those that are written. */
function paddingOf({ type, children = [], align }: TreeNode): number {
  return type === 'table' ? children.length * (align?.length ?? 0) : 0;
}

/** How much each definition adds to whatever refers to it. */
function definitionsOf(tree: TreeNode): Map<string | undefined, number> {
  const lengths = new Map<string | undefined, number>();
  for (const { node } of nodesOf(tree)) {
    if (node.type === 'definition') {
      const length = (node.url?.length ?? 0) + (node.title?.length ?? 0);
      lengths.set(
        node.identifier,
        Math.max(length, lengths.get(node.identifier) ?? 0),
      );
    }
  }
  return lengths;
}
