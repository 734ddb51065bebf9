import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '../say.mjs';

/**
 * The pages of a classic portal that shall have tickets, as the README lists
 * them. Its example is the first of them and stands for all.
 */
const entityPages = [
  'serviceEntityPage',
  'websiteEntityPage',
  'defaultEntityPage',
  'apiPage',
  'systemPage',
  'domainPage',
];

/**
 * Does in a classic portal what the README's examples for it show: each into the
 * file that its first line names.
 *
 * @param {string} portal
 * @param {string[]} snippets
 */
export function placeSnippets(portal, snippets) {
  for (const snippet of snippets) {
    const [, path = ''] = snippet.match(/^\/\/ (\S+)\n/) ?? [];
    const file = join(portal, path);
    writeFileSync(file, place(snippet, readFileSync(file, 'utf8')));
  }
}

/**
 * An example and the file it is for have their surroundings in common: what the
 * example imports is imported, what it declares and the file does not is
 * declared, and what stands after "… you have" is put at the end of what it
 * stands in.
 *
 * @param {string} snippet
 * @param {string} file what it holds
 * @returns {string} what it holds then
 */
export function place(snippet, file) {
  const added = [];
  let code = file;
  for (const declaration of declarationsOf(snippet)) {
    const addition = additionOf(declaration.text);
    if (!addition) {
      added.push(declaration.text);
      continue;
    }
    const places = placesFor(declaration.name, code);
    for (const name of places) code = insert(addition, code, name);
  }
  const imports = missingImports(snippet, code);
  const lastImport = code.lastIndexOf('\nimport ');
  const end = code.indexOf(';\n', lastImport) + 2;
  return [
    code.slice(0, end),
    [...imports, '', ...added].map(text => `${text}\n`).join(''),
    code.slice(end),
  ].join('');
}

function declarationsOf(code) {
  return [...code.matchAll(/^const (\w+) = \([\s\S]*?^\);$/gm)].map(
    ([text, name]) => ({ text, name }),
  );
}

/** What is put into a tag, and the line that opens it. */
function additionOf(declaration) {
  const lines = declaration.split('\n');
  const hint = lines.findIndex(line =>
    /\{\/\* .* you have.* \*\/\}/.test(line),
  );
  if (hint < 0) return undefined;
  const depth = indentOf(lines[hint]);
  const after = lines.slice(hint + 1);
  const length = after.findIndex(line => indentOf(line) < depth);
  const opening = lines.findLast(
    (line, index) => index < hint && indentOf(line) < depth,
  );
  return { opening: opening.trim(), lines: after.slice(0, length) };
}

/** The declarations of the file that are meant; undefined means all of it. */
function placesFor(name, code) {
  const known = declaredIn(code);
  const meant = name === entityPages[0] ? entityPages : [name];
  const places = meant.filter(it => known.has(it));
  return places.length ? places : [undefined];
}

const declaredIn = code =>
  new Set([...code.matchAll(/^const (\w+) = /gm)].map(([, name]) => name));

/** Puts lines at the end of the first tag that is opened in just this way. */
function insert({ opening, lines }, code, name) {
  const all = code.split('\n');
  const from = name ? all.findIndex(it => it.startsWith(`const ${name} =`)) : 0;
  const start = all.findIndex(
    (line, index) => index >= from && line.trim() === opening,
  );
  const end = all.findIndex(
    (line, index) =>
      index > start &&
      line.trim().startsWith('</') &&
      indentOf(line) === indentOf(all[start]),
  );
  if (start < 0 || end < 0) {
    throw new Trouble(
      `The README shows an example within ${opening}, which the file of a classic portal does not have.`,
    );
  }
  return [...all.slice(0, end), ...lines, ...all.slice(end)].join('\n');
}

const indentOf = line => (line.trim() ? line.search(/\S/) : Infinity);

/** The imports of the example, without the names that the file has already. */
function missingImports(snippet, code) {
  const known = new Set(
    importsOf(code).flatMap(({ byDefault, names }) => [byDefault, ...names]),
  );
  return importsOf(snippet).flatMap(({ byDefault, names, from }) => {
    const missing = names.filter(name => !known.has(name));
    return [
      ...(byDefault && !known.has(byDefault)
        ? [`import ${byDefault} from '${from}';`]
        : []),
      ...(missing.length
        ? [`import { ${missing.join(', ')} } from '${from}';`]
        : []),
    ];
  });
}

function importsOf(code) {
  return [
    ...code.matchAll(/^import (?:(\w+)|\{([^}]*)\}) from '([^']+)';$/gm),
  ].map(([, byDefault, names = '', from]) => ({
    byDefault,
    names: names
      .split(',')
      .map(name => name.trim())
      .filter(Boolean),
    from,
  }));
}
