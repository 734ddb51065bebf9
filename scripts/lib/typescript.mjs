import { createRequire } from 'node:module';
import { inRoot } from './paths.mjs';

/**
 * Does what a TypeScript file of the repository exports as its default, in
 * this process. The dependencies have to be there.
 *
 * @param {string} file below the repository's folder
 * @returns {Promise<void>}
 */
export async function runTypeScript(file) {
  const require = createRequire(inRoot('package.json'));
  require('@backstage/cli/config/nodeTransform.cjs');
  await require(inRoot(file)).default();
}
