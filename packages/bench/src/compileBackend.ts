import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { inRoot } from './tools';

const source = inRoot('packages/bench/src/backend');

/**
 * Compiles the backend that is measured, so that no compiler takes memory and
 * time in its process. It stands beside the built packages, and so finds those
 * before the ones of the workspace.
 *
 * @param built - the folder in which the built packages are
 * @returns the file to run
 */
export function compileBackend(built: string): string {
  const target = join(built, 'backend');
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(source)) {
    const { outputText } = ts.transpileModule(
      readFileSync(join(source, name), 'utf8'),
      {
        compilerOptions: {
          module: ts.ModuleKind.CommonJS,
          target: ts.ScriptTarget.ES2022,
          esModuleInterop: true,
        },
      },
    );
    writeFileSync(join(target, name.replace(/\.ts$/, '.js')), outputText);
  }
  return join(target, 'index.js');
}
