import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../paths.mjs';

const glossary = join(root, 'docs', 'glossary.md');

/**
 * Finds the identifiers that the glossary has another word for, in the packages
 * and plugins of the repository.
 *
 * @returns {string[]} one line for each file and identifier
 */
export function findAvoidedWords() {
  const avoided = new Set(avoidedNames(readFileSync(glossary, 'utf8')));
  return ['packages', 'plugins'].flatMap(folder =>
    sourcesBelow(join(root, folder)).flatMap(file =>
      [...new Set(readFileSync(file, 'utf8').match(/[A-Za-z_$][\w$]*/g))]
        .filter(name => avoided.has(name))
        .map(name => `${relative(root, file)} has ${name}: see the glossary`),
    ),
  );
}

/** The names in the last column of the table of terms. */
function avoidedNames(text) {
  const [, terms] = text.split('\n| term');
  const [table] = terms.split('\n\n');
  return table
    .split('\n')
    .slice(2)
    .flatMap(row => [
      ...(row
        .split('|')
        .at(-2)
        ?.matchAll(/`(\w+)`/g) ?? []),
    ])
    .map(([, name]) => name);
}

function sourcesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (/^(node_modules|dist|dist-types|coverage)$/.test(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesBelow(path);
    return /\.(tsx?|mjs|js)$/.test(entry.name) ? [path] : [];
  });
}
