import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * A reference as the portal compares it: complete and in lower case; undefined
 * for an invalid one.
 */
export function canonicalRef(ref: string): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    return undefined;
  }
}
