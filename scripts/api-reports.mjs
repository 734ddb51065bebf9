/** Writes the API reports of the published packages: `npm run api-reports`. */
import { makeApiReports } from './lib/apiReports.mjs';
import { runScript } from './lib/ending.mjs';
import { readOptions } from './lib/options.mjs';
import { during } from './lib/say.mjs';
import { prepare } from './lib/toolchain.mjs';

const usage = `Writes the file report.api.md of each published package.

Usage: npm run api-reports

\`npm test\` checks that the files are current.`;

async function main() {
  readOptions(process.argv.slice(2), usage, {});
  if (!(await prepare())) return;
  await during('Writing the API reports', () =>
    makeApiReports({ check: false }),
  );
}

runScript(main);
