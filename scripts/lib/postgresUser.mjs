/**
 * PostgreSQL refuses to run as root. When root starts it, it runs as the user
 * `nobody`, who exists everywhere, and so no user has to be made.
 */
import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const nobody = 65534;
const isRoot = () => process.getuid?.() === 0;

/** Hands files over to the user that the server runs as. */
export function ownedByServerUser(files) {
  if (isRoot()) files.forEach(file => chownSync(file, nobody, nobody));
}

/**
 * How to start one of PostgreSQL's programs.
 *
 * @param {string[]} command program and arguments
 * @param {string[]} files what the program has to reach
 * @returns {{ command: string[], identity: { uid?: number, gid?: number } }}
 */
export function asServerUser(command, files) {
  if (!isRoot()) return { command, identity: {} };
  if (files.every(everybodyMayReach)) {
    return { command, identity: { uid: nobody, gid: nobody } };
  }
  // Below a private folder, such as the home of root: keep the one privilege
  // that lets a process pass through it.
  const setpriv = [
    'setpriv',
    `--reuid=${nobody}`,
    `--regid=${nobody}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  return { command: [...setpriv, ...command], identity: {} };
}

function everybodyMayReach(file) {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
