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
 * A reference as the desk compares it: lower case, with kind and namespace.
 * Others, such as sign-in resolvers, may spell it differently. An incomplete
 * reference stays as it is.
 */
export function canonicalRef(ref: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    return ref;
  }
}
