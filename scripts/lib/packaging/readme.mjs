import { readFileSync } from 'node:fs';
import { inRoot } from '../paths.mjs';
import { Trouble } from '../say.mjs';

const heading = 'Install it in your own portal';

/**
 * What the README tells an operator who installs the packages.
 *
 * @returns {{ adding: string[], backendLines: string[], snippets: string[] }}
 *   the commands that add the packages, the lines for the backend's index.ts,
 *   and the examples for files of the app
 */
export function readInstructions() {
  const blocks = codeBlocks(
    sectionOf(readFileSync(inRoot('README.md'), 'utf8')),
  );
  const lines = blocks.flatMap(block => block.split('\n'));
  const adding = lines.filter(line => /^yarn --cwd \S+ add /.test(line));
  const backendLines = lines.filter(line => line.startsWith('backend.add('));
  if (!adding.length || !backendLines.length) {
    throw new Trouble(
      `README.md must have a section "${heading}" with the commands \`yarn --cwd … add …\` and the lines \`backend.add(…)\` in code blocks.`,
    );
  }
  const snippets = blocks.filter(block =>
    block.startsWith('// packages/app/src/'),
  );
  return { adding, backendLines, snippets };
}

function sectionOf(readme) {
  const [, after = ''] = readme.split(`\n## ${heading}\n`);
  return after.split(/\n## /)[0];
}

const codeBlocks = text =>
  [...text.matchAll(/^ *```\w*\n([\s\S]*?)^ *```$/gm)].map(([, code]) =>
    code.replace(/^ +(?=yarn |backend\.)/gm, ''),
  );
