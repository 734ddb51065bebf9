import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * A reference in the spelling that the portal compares by: in full and in lower
 * case; undefined for what is no reference.
 */
export function canonicalRef(ref: string): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    return undefined;
  }
}
