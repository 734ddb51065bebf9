/** Measures how quick the desk is with many tickets: `npm run bench`. */
import { runScript } from './lib/ending.mjs';
import { prepare } from './lib/toolchain.mjs';
import { runTypeScript } from './lib/typescript.mjs';

runScript(async () => {
  if (await prepare()) await runTypeScript('packages/bench/src/main.ts');
});
