/** Writes what documents say of the code: `npm run config-reference`. */
import { runScript } from './lib/ending.mjs';
import { readOptions } from './lib/options.mjs';
import { mustRun } from './lib/run.mjs';
import { during } from './lib/say.mjs';
import { prepare } from './lib/toolchain.mjs';

const usage = `Writes docs/configuration.md and plugins/tickets-backend/config.schema.json from
plugins/tickets-backend/src/config/schema, docs/notifications.md from
plugins/tickets-backend/src/domain/notifications, and what is said of the settings
of mail in plugins/tickets-backend-module-email.

Usage: npm run config-reference

\`npm test\` checks that the files are current.`;

async function main() {
  readOptions(process.argv.slice(2), usage, {});
  if (!(await prepare())) return;
  await during('Writing the reference of the configuration', async () => {
    for (const writer of [
      'tickets-backend/src/config/reference',
      'tickets-backend/src/domain/notifications/table',
      'tickets-backend-module-email/src/config/reference',
    ]) {
      await mustRun(
        [
          process.execPath,
          '--require',
          '@backstage/cli/config/nodeTransform.cjs',
          `plugins/${writer}/write.ts`,
        ],
        { log: 'config-reference' },
      );
    }
  });
}

runScript(main);
