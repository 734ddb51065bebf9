import { readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import { root } from '../paths.mjs';

const glossary = join('docs', 'glossary.md');

/** Below these, comments and texts are free of the phrases to avoid. */
const plainRooms = ['packages', 'plugins', 'scripts'];

/** It reads and writes the words that older versions stored. */
const storedWords = join(
  'plugins',
  'tickets-backend',
  'src',
  'store',
  'storedWords.ts',
);

/**
 * Finds what the glossary has another word for: names in code, in documents and
 * of files, and in some rooms also phrases in comments and texts.
 *
 * @returns {string[]} one line for each file and word
 */
export function findAvoidedWords() {
  const text = readFileSync(join(root, glossary), 'utf8');
  const names = new Set(quotedInLastColumn(text, '| term'));
  const phrases = quotedInLastColumn(text, '| write').map(asPattern);
  return ['docs', 'packages', 'plugins', 'scripts', 'README.md'].flatMap(part =>
    filesAt(join(root, part))
      .map(file => relative(root, file))
      .filter(file => file !== glossary)
      .flatMap(file =>
        [...avoidedNames(file, names), ...avoidedPhrases(file, phrases)].map(
          word => `${file} has ${word}: see the glossary`,
        ),
      ),
  );
}

/**
 * @param {string} file
 * @param {ReadonlySet<string>} names
 */
function avoidedNames(file, names) {
  const content = readFileSync(join(root, file), 'utf8');
  const used = `${basename(file)} ${content}`.match(/[A-Za-z_$][\w$]*/g);
  return [...new Set(used)].filter(name => names.has(name));
}

/**
 * @param {string} file
 * @param {readonly RegExp[]} phrases
 */
function avoidedPhrases(file, phrases) {
  const isPlain =
    plainRooms.some(room => file.startsWith(`${room}${sep}`)) &&
    file !== storedWords &&
    !file.includes('__testUtils__') &&
    !/\.test\.tsx?$/.test(file);
  if (!isPlain) return [];
  const text = readFileSync(join(root, file), 'utf8');
  // a phrase can be broken at the end of a line, also of a comment
  const oneLine = text.replace(/\s+(?:(?:\*|\/\/)\s+)?/g, ' ');
  return phrases.flatMap(phrase => {
    const found = oneLine.match(phrase);
    return found ? [`“${found[0]}”`] : [];
  });
}

/**
 * @param {string} phrase
 * @returns {RegExp} finds it in any case, but not `no more than`
 */
function asPattern(phrase) {
  return new RegExp(`(?<![\\w-])${phrase}(?![\\w-]| than)`, 'i');
}

/**
 * What stands in backticks in the last column of the table that begins so.
 *
 * @param {string} text
 * @param {string} head - of the first line of the table
 */
function quotedInLastColumn(text, head) {
  const [, table = ''] = text.split(`\n${head}`);
  return table
    .split('\n\n')[0]
    .split('\n')
    .slice(2)
    .flatMap(row => [...(row.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)])
    .map(([, quoted]) => quoted);
}

/**
 * The files with code or documentation, which are written by hand.
 *
 * @param {string} path - a file, or a folder
 * @returns {string[]}
 */
function filesAt(path) {
  if (extname(path) === '.md') return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap(entry => {
    if (/^(node_modules|dist|dist-types|coverage)$/.test(entry.name)) return [];
    const at = join(path, entry.name);
    if (entry.isDirectory()) return filesAt(at);
    return /\.(tsx?|mjs|js|md)$/.test(entry.name) &&
      !/api\.md$/.test(entry.name)
      ? [at]
      : [];
  });
}
