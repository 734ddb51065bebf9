import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** What an entity has this relation to, in the catalog's order. */
export function relationTargets(entity: Entity, relation: string): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => canonicalRef(targetRef));
}

/**
 * A reference in the spelling that the desk compares by: lower case, with kind
 * and namespace. Others, such as sign-in resolvers, are free to spell it
 * otherwise. What is no full reference stays as it is.
 */
export function canonicalRef(ref: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    return ref;
  }
}
