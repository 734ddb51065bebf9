import { readFileSync } from 'node:fs';
import { inRoot } from '../paths.mjs';

/**
 * A release of Backstage.
 *
 * @typedef {{ version: string, packages: Record<string, string> }} Release
 *   `packages` holds the version of each package that a portal made by
 *   `create-app` has
 */

/** @type {(version: string) => Release} */
const read = version => ({
  version,
  packages: JSON.parse(
    readFileSync(
      inRoot('scripts/lib/packaging/releases', `${version}.json`),
      'utf8',
    ),
  ),
});

/** The releases that the packages must work with, the oldest first. */
export const releases = ['1.55.0', '1.57.0'].map(read);
