import { makeApiReports } from '../apiReports.mjs';
import { runQuietly, tail } from '../run.mjs';
import { tool } from '../toolchain.mjs';
import { findUnprovenFeatures } from './features.mjs';
import { findLeaks } from './leaks.mjs';
import { failedWith, passed } from './results.mjs';
import { findAvoidedWords } from './words.mjs';

/**
 * What is checked without running the product. Each list is done in its order,
 * beside the others.
 *
 * @type {import('./steps.mjs').Step[][]}
 */
export const checks = [
  [
    // A fresh compilation: an incremental one writes unions in an order of its
    // own into the declarations that the API reports are made from.
    program('Types', tool('tsc', '--incremental', 'false')),
    { title: 'API reports', work: apiReports },
  ],
  [program('Lint', tool('backstage-cli', 'repo', 'lint', '--max-warnings=0'))],
  [
    program('Types of the scripts', tool('tsc', '-p', 'scripts')),
    program(
      'Lint of the scripts',
      tool('eslint', '--max-warnings=0', '--ext=.mjs,.cjs', 'scripts'),
    ),
    program(
      'Import circles',
      tool(
        'depcruise',
        '--config=scripts/lib/testing/dependency-cruiser.cjs',
        'packages',
        'plugins',
        'scripts',
      ),
    ),
    program('Formatting', tool('prettier', '--check', '.')),
    program(
      'Metadata of the packages',
      tool('backstage-cli', 'repo', 'fix', '--check', '--publish'),
    ),
    { title: 'Hosts and folders of a machine', work: leaks },
    { title: 'Words that the glossary avoids', work: avoidedWords },
    { title: 'Tests of the features', work: features },
  ],
];

function program(title, command) {
  return {
    title,
    work: async name => {
      const log = title.toLowerCase().replaceAll(' ', '-');
      const { code, output, cutOff } = await runQuietly(command, { log });
      return code === 0 ? passed : failedWith(name, cutOff ?? tail(output, 60));
    },
  };
}

async function apiReports() {
  await makeApiReports({ check: true });
  return passed;
}

async function leaks(name) {
  const found = findLeaks();
  return found.length ? failedWith(name, found.join('\n')) : passed;
}

async function avoidedWords(name) {
  const found = findAvoidedWords();
  return found.length ? failedWith(name, found.join('\n')) : passed;
}

async function features(name) {
  const found = findUnprovenFeatures();
  return found.length ? failedWith(name, found.join('\n')) : passed;
}
