import { markdownTags } from '@portaldesk/plugin-tickets-common';
import { type Options as Schema, defaultSchema } from 'rehype-sanitize';
import { nodesOf, type TreeNode } from './tree';

/** Attributes by which a message would reach out of itself, into the page. */
const REACHING_OUT: ReadonlySet<unknown> = new Set([
  'accessKey',
  'action',
  'encType',
  'headers',
  'htmlFor',
  'method',
  'tabIndex',
  'target',
  'useMap',
]);

/** Attributes that name elements by their ids. */
const REFERENCES = ['ariaDescribedBy', 'ariaLabelledBy'] as const;

/** What a message may hold; its ids and names begin with the scope. */
export function schemaOf(scope: string): Schema {
  const { attributes = {} } = defaultSchema;
  return {
    ...defaultSchema,
    tagNames: [...markdownTags],
    clobberPrefix: prefixOf(scope),
    attributes: {
      ...attributes,
      // the language of code
      code: [...(attributes.code ?? []), 'className'],
      '*': (attributes['*'] ?? []).filter(name => !REACHING_OUT.has(name)),
    },
  };
}

/**
 * Leads the links of a message to its own elements, whose ids have the prefix of
 * the scope already, and to no other of the page.
 */
export function scopeReferences(scope: string) {
  const prefix = prefixOf(scope);
  return (tree: TreeNode): void => {
    for (const { node } of nodesOf(tree)) {
      const { properties } = node;
      if (properties) {
        if (typeof properties.href === 'string') {
          properties.href = properties.href.replace(/^#/, `#${prefix}`);
        }
        if (properties.name !== undefined) {
          properties.id ??= properties.name;
          delete properties.name;
        }
        for (const name of REFERENCES.filter(key => properties[key])) {
          properties[name] = [properties[name]]
            .flat()
            .join(' ')
            .split(/\s+/)
            .map(id => prefix + id)
            .join(' ');
        }
      }
    }
  };
}

function prefixOf(scope: string): string {
  return `${scope}-`;
}
