import { readFileSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { root } from '../paths.mjs';

/** Not of the repository; the last is written while API reports are made. */
const notOurs =
  /^(node_modules|\.git|\.yarn|dist|dist-types|coverage|data|temp|test-results|tsconfig\.tmp\.json)$/;
const lockFiles = /^(yarn\.lock|package-lock\.json)$/;
const textLimit = 2_000_000;

/**
 * Finds what must not stand in a file of the repository: an address that a
 * lock file would fetch a package from, which binds everybody to one registry,
 * and the folders of the machine that a file was written on.
 *
 * @returns {string[]} one line for each
 */
export function findLeaks() {
  const folders = [root, homedir()].map(standingInText);
  return filesBelow(root).flatMap(file => {
    const patterns = lockFiles.test(basename(file))
      ? [/"?resolved"?:.*|https?:\/\/\S+\.tgz/]
      : folders;
    const text = readFileSync(file, 'utf8');
    return patterns.flatMap(pattern => {
      const found = text.match(pattern)?.[0].trim();
      return found ? [`${relative(root, file)} must not name ${found}`] : [];
    });
  });
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (notOurs.test(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() && statSync(path).size < textLimit ? [path] : [];
  });
}

/** Matches a folder's path where it is not the end of a longer one. */
function standingInText(folder) {
  const literal = folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w./-])${literal}[\\\\/]\\S*`);
}
