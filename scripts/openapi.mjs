/** Writes the OpenAPI document of the desk's HTTP API: `npm run openapi`. */
import { runScript } from './lib/ending.mjs';
import { readOptions } from './lib/options.mjs';
import { mustRun } from './lib/run.mjs';
import { during } from './lib/say.mjs';
import { prepare } from './lib/toolchain.mjs';

const usage = `Writes plugins/tickets-backend/openapi.json.

Usage: npm run openapi

\`npm test\` checks that the file is current.`;

async function main() {
  readOptions(process.argv.slice(2), usage, {});
  if (!(await prepare())) return;
  await during('Writing the OpenAPI document', () =>
    mustRun(
      [
        process.execPath,
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        'plugins/tickets-backend/src/http/openapi/written/write.ts',
      ],
      { log: 'openapi' },
    ),
  );
}

runScript(main);
