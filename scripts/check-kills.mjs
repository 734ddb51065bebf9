/** Kills backends while people write: `npm run check:kills`. */
import { runScript } from './lib/ending.mjs';
import { prepare } from './lib/toolchain.mjs';
import { runTypeScript } from './lib/typescript.mjs';

runScript(async () => {
  if (await prepare()) {
    await runTypeScript('packages/rehearsals/src/kills.ts');
  }
});
