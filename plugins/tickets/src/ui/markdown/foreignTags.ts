import { markdownTags } from '@portaldesk/plugin-tickets-common';
import { nodesOf, type TreeNode } from './tree';

/**
 * Shows the tags that a message cannot hold as they were written, instead of
 * dropping them: `List<String>` keeps its `<String>`.
 */
export function showForeignTags() {
  return (tree: TreeNode): void => {
    for (const { node } of nodesOf(tree)) {
      if (node.type === 'html') {
        node.value = node.value?.replace(
          /<(\/?)([a-z][a-z0-9-]*)/gi,
          (tag, closing, name) =>
            markdownTags.has(name.toLowerCase())
              ? tag
              : `&lt;${closing}${name}`,
        );
      }
    }
  };
}
