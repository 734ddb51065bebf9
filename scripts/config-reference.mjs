/** Writes what documents say of the code: `npm run config-reference`. */
import { runScript } from './lib/ending.mjs';
import { readOptions } from './lib/options.mjs';
import { mustRun } from './lib/run.mjs';
import { during } from './lib/say.mjs';
import { prepare } from './lib/toolchain.mjs';

const usage = `Writes docs/configuration.md and plugins/tickets-backend/config.schema.json from
plugins/tickets-backend/src/config/schema, and docs/notifications.md from
plugins/tickets-backend/src/domain/notifications.

Usage: npm run config-reference

\`npm test\` checks that the files are current.`;

async function main() {
  readOptions(process.argv.slice(2), usage, {});
  if (!(await prepare())) return;
  await during('Writing the reference of the configuration', async () => {
    for (const writer of ['config/reference', 'domain/notifications/table']) {
      await mustRun(
        [
          process.execPath,
          '--require',
          '@backstage/cli/config/nodeTransform.cjs',
          `plugins/tickets-backend/src/${writer}/write.ts`,
        ],
        { log: 'config-reference' },
      );
    }
  });
}

runScript(main);
