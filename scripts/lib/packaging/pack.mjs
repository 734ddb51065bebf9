import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../paths.mjs';
import { mustRun } from '../run.mjs';
import { tool, yarn } from '../toolchain.mjs';

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
 * @returns {Promise<Packed[]>}
 */
export async function packAll(folder) {
  await mustRun(tool('tsc'), { log: 'pack-types' });
  await mustRun(tool('backstage-cli', 'repo', 'build'), { log: 'pack-build' });
  const packed = [];
  for (const source of publishedFolders()) {
    packed.push(await pack(source, folder));
  }
  return packed;
}

function publishedFolders() {
  return readdirSync(inRoot('plugins'))
    .map(name => inRoot('plugins', name))
    .filter(source => existsSync(join(source, 'package.json')))
    .filter(source => !readManifest(source).private);
}

async function pack(source, folder) {
  const { name } = readManifest(source);
  const slug = name.replace(/^@/, '').replace('/', '-');
  const tarball = join(folder, `${slug}.tgz`);
  try {
    await mustRun(yarn('pack', '--out', tarball), {
      cwd: source,
      log: `pack-${slug}`,
    });
  } finally {
    // packing rewrites package.json for a while
    if (existsSync(join(source, 'package.json-prepack'))) {
      await mustRun(tool('backstage-cli', 'package', 'postpack'), {
        cwd: source,
        log: `postpack-${slug}`,
      });
    }
  }
  const content = join(folder, slug);
  mkdirSync(content);
  await mustRun(
    ['tar', '-xzf', tarball, '-C', content, '--strip-components=1'],
    {
      log: `unpack-${slug}`,
    },
  );
  return { name, source, tarball, content };
}

export const readManifest = folder =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
