import type { Entity } from '@backstage/catalog-model';
import type { CategorySummary } from '@portaldesk/plugin-tickets-common';

/**
 * The categories that are offered for an asset. The desk refuses others.
 *
 * @param asset - undefined: the ticket is about none, or it is not known yet
 */
export function offeredCategories(
  categories: CategorySummary[],
  asset: Entity | undefined,
): CategorySummary[] {
  return categories.filter(({ fits }) => {
    if (!fits || !asset) {
      return true;
    }
    const { kinds, types, tags } = fits;
    return (
      (!kinds || kinds.some(kind => isSameKind(kind, asset.kind))) &&
      (!types || types.includes(String(asset.spec?.type))) &&
      (!tags || tags.some(tag => asset.metadata.tags?.includes(tag)))
    );
  });
}

/** Kinds are the same however they are spelled, as in the catalog. */
function isSameKind(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
