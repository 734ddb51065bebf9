import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { mustRun } from '../run.mjs';
import { yarn } from '../toolchain.mjs';

/**
 * A package as it would be published.
 *
 * @typedef {{ name: string, source: string, tarball: string, content: string }} Packed
 *   `source` is the folder that it was made from; `content` is where its
 *   tarball has been unpacked
 */

/**
 * Builds and packs all packages that are published.
 *
 * @param {string} folder where the tarballs go
 * @param {{ tree?: string, log?: string }} [options] `tree` is the folder of
 *   the repository that they are made from, by default this one; the names of
 *   log files begin with `log`
 * @returns {Promise<Packed[]>}
 */
export async function packAll(folder, { tree = root, log = 'pack' } = {}) {
  const run = (what, command, cwd = tree) =>
    mustRun(command, { cwd, log: `${log}-${what}` });
  const tool = (name, ...args) => [
    process.execPath,
    join(tree, 'node_modules/.bin', name),
    ...args,
  ];
  await run('types', tool('tsc'));
  await run('build', tool('backstage-cli', 'repo', 'build'));
  const packed = [];
  for (const source of publishedFolders(tree)) {
    packed.push(await pack(source, folder, { run, tool }));
  }
  return packed;
}

function publishedFolders(tree) {
  return readdirSync(join(tree, 'plugins'))
    .map(name => join(tree, 'plugins', name))
    .filter(source => existsSync(join(source, 'package.json')))
    .filter(source => !readManifest(source).private);
}

async function pack(source, folder, { run, tool }) {
  const { name } = readManifest(source);
  const slug = name.replace(/^@/, '').replace('/', '-');
  const tarball = join(folder, `${slug}.tgz`);
  try {
    await run(slug, yarn('pack', '--out', tarball), source);
  } finally {
    // packing rewrites package.json for a while
    if (existsSync(join(source, 'package.json-prepack'))) {
      const restore = tool('backstage-cli', 'package', 'postpack');
      await run(`${slug}-after`, restore, source);
    }
  }
  const content = join(folder, slug);
  mkdirSync(content);
  const unpack = ['tar', '-xzf', tarball, '-C', content];
  await run(`${slug}-unpack`, [...unpack, '--strip-components=1']);
  return { name, source, tarball, content };
}

export const readManifest = folder =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
