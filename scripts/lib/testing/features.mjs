import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { inRoot } from '../paths.mjs';

const list = join('docs', 'features.md');

/** How many rows of each letter there are. */
const rows = { C: 8, P: 8, H: 8, I: 9, D: 17, M: 9, B: 22 };

const states = ['on screen', 'in part', 'API only', 'not yet'];

/**
 * Finds what is wrong with the list of features: rows that are missing or there
 * twice, states that there are not, tests that are named and do not exist, and
 * rows that nothing proves.
 *
 * @param {string} [text] of the list
 * @returns {string[]} one sentence for each
 */
export function findUnprovenFeatures(
  text = readFileSync(inRoot(list), 'utf8'),
) {
  const found = [...text.matchAll(/^\| ([A-Z]\d+) +\|(.*)\|$/gm)].map(
    ([, id, rest]) => {
      const [, state, tests] = rest.split('|').map(cell => cell.trim());
      return { id, state, tests };
    },
  );
  const ids = found.map(({ id }) => id);
  const wanted = Object.entries(rows).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, at) => `${letter}${at + 1}`),
  );
  return [
    ...wanted
      .filter(id => !ids.includes(id))
      .map(id => `${list} has no row ${id}`),
    ...ids
      .filter((id, at) => !wanted.includes(id) || ids.indexOf(id) !== at)
      .map(id => `${list} has ${id}, which is no row or there twice`),
    ...found.flatMap(row => faultsOf(row)),
  ];
}

function faultsOf({ id, state, tests }) {
  const known = states.find(name => state.split(':')[0] === name);
  const files = [...tests.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) =>
    normalize(join(dirname(list), path)),
  );
  const missing = files.filter(
    file => !/\.(test|spec)\.tsx?$/.test(file) || !existsSync(inRoot(file)),
  );
  return [
    ...(known ? [] : [`${list}: ${id} is in no state that there is: ${state}`]),
    ...(files.length === 0 && known !== 'not yet'
      ? [`${list}: no test proves ${id}`]
      : []),
    ...missing.map(file => `${list}: ${id} names ${file}, which is no test`),
  ];
}
