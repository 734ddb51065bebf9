/** Rehearses an update and the way back: `npm run check:update`. */
import { runScript } from './lib/ending.mjs';
import { prepare } from './lib/toolchain.mjs';
import { runTypeScript } from './lib/typescript.mjs';

runScript(async () => {
  if (await prepare()) {
    await runTypeScript('packages/rehearsals/src/update.ts');
  }
});
