import { readFileSync } from 'node:fs';
import { inRoot } from '../paths.mjs';
import { Trouble } from '../say.mjs';

const heading = 'Install it in your own portal';
const classicPart = 'Frontend, classic system.';

/**
 * What the README tells an operator who installs the packages.
 *
 * @returns {{ adding: string[], backendLines: string[], snippets: string[], classicSnippets: string[] }}
 *   the commands that add the packages, the lines for the backend's index.ts,
 *   the examples for files of the app, and those of them for the classic
 *   frontend system
 */
export function readInstructions() {
  const section = sectionOf(readFileSync(inRoot('README.md'), 'utf8'));
  const blocks = codeBlocks(section);
  const lines = blocks.flatMap(block => block.split('\n'));
  const adding = lines.filter(line => /^yarn --cwd \S+ add /.test(line));
  const backendLines = lines.filter(line => line.startsWith('backend.add('));
  if (!adding.length || !backendLines.length) {
    throw new Trouble(
      `README.md must have a section "${heading}" with the commands \`yarn --cwd … add …\` and the lines \`backend.add(…)\` in code blocks.`,
    );
  }
  const [, classic] = section.split(`\n**${classicPart}**`);
  const classicSnippets = snippetsOf(codeBlocks(classic ?? ''));
  if (!classicSnippets.length) {
    throw new Trouble(
      `README.md must have a paragraph "${classicPart}" in its section "${heading}", with examples for files below packages/app/src.`,
    );
  }
  return {
    adding,
    backendLines,
    snippets: snippetsOf(blocks),
    classicSnippets,
  };
}

const snippetsOf = blocks =>
  blocks.filter(block => block.startsWith('// packages/app/src/'));

function sectionOf(readme) {
  const [, after = ''] = readme.split(`\n## ${heading}\n`);
  return after.split(/\n## /)[0];
}

const codeBlocks = text =>
  [...text.matchAll(/^ *```\w*\n([\s\S]*?)^ *```$/gm)].map(([, code]) =>
    code.replace(/^ +(?=yarn |backend\.)/gm, ''),
  );
