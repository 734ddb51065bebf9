import type { Entity } from '@backstage/catalog-model';

/** What an entity has this relation to, in the catalog's order. */
export function relationTargets(entity: Entity, relation: string): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef);
}
