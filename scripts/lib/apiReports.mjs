import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from './paths.mjs';
import { mustRun } from './run.mjs';
import { tool } from './toolchain.mjs';

/**
 * Writes the API reports of the published packages, or checks that they are
 * current.
 *
 * The declarations that they are made from come from the TypeScript of API
 * Extractor, which is newer than ours: it can put the parts of a union in an
 * order that does not depend on which files were compiled before.
 *
 * @param {{ check: boolean }} options
 */
export async function makeApiReports({ check }) {
  // declarations of files that are gone would be read in place of new ones
  rmSync(inRoot('dist-types/plugins'), { recursive: true, force: true });
  await mustRun(
    [process.execPath, compiler(), '-p', 'scripts/tsconfig.api-reports.json'],
    { log: 'api-declarations' },
  );
  await mustRun(
    tool(
      'backstage-repo-tools',
      'api-reports',
      ...(check ? ['--ci'] : []),
      '--omit-messages=ae-wrong-input-file-type',
      '--validate-release-tags',
      'plugins/*',
    ),
    { log: 'api-reports', explain: check ? explainStale : undefined },
  );
}

function compiler() {
  const from = inRoot('node_modules/@backstage/repo-tools/package.json');
  const extractor = createRequire(from).resolve('@microsoft/api-extractor');
  return createRequire(extractor).resolve('typescript/bin/tsc');
}

function explainStale(output) {
  const stale = output.match(/^## Processing .*(?![\s\S]*^## Processing )/m);
  return output.includes('API report') && stale
    ? `The API report of ${stale[0].split(' ').at(-1)} is not current: run \`npm run api-reports\` and commit what it writes.`
    : undefined;
}
