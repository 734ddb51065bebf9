/** A node of a parsed text, in Markdown or in HTML. */
export interface TreeNode {
  type: string;
  children?: TreeNode[];
  tagName?: string;
  properties?: Record<string, unknown>;
  value?: string;
  identifier?: string;
  url?: string;
  title?: string | null;
  align?: readonly unknown[] | null;
}

/** A node with how many others stand around it, and what of them is nearest. */
export interface Visit {
  readonly node: TreeNode;
  readonly depth: number;
  readonly parent?: TreeNode;
  /** Whether it stands in a link. */
  readonly inLink: boolean;
}

/**
 * Every node of a tree, parents before their children. It needs no stack of calls,
 * however deep the tree is; the children of a node may be changed until the
 * next one is taken.
 */
export function* nodesOf(root: TreeNode): Generator<Visit> {
  const visits: Visit[] = [{ node: root, depth: 0, inLink: false }];
  for (let visit = visits.pop(); visit; visit = visits.pop()) {
    yield visit;
    const { node: parent, depth } = visit;
    const inLink = visit.inLink || parent.tagName === 'a';
    for (const node of [...(parent.children ?? [])].reverse()) {
      visits.push({ node, depth: depth + 1, parent, inLink });
    }
  }
}
