/** Packs the packages as they would be published: `npm run pack -- FOLDER`. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { runScript, stopAtEnd } from './lib/ending.mjs';
import { readOptions, wrongOption } from './lib/options.mjs';
import { packAll } from './lib/packaging/pack.mjs';
import { during, say } from './lib/say.mjs';
import { prepare } from './lib/toolchain.mjs';

const usage = `Packs the packages as they would be published.

Usage: npm run pack -- FOLDER

Writes one .tgz for each package into the folder.`;

async function main() {
  const { rest } = readOptions(
    process.argv.slice(2),
    usage,
    {},
    { allowPositionals: true },
  );
  if (rest.length !== 1) throw wrongOption('Name one folder');
  if (!(await prepare())) return;
  const folder = resolve(rest[0]);
  mkdirSync(folder, { recursive: true });
  const workshop = mkdtempSync(join(tmpdir(), 'portaldesk-pack-'));
  stopAtEnd(() => rmSync(workshop, { recursive: true, force: true }));
  const packed = await during('Packing the packages', () => packAll(workshop));
  for (const { tarball } of packed) {
    const file = join(folder, basename(tarball));
    copyFileSync(tarball, file);
    say(file);
  }
}

runScript(main);
