import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plain, runQuietly, tail } from '../run.mjs';
import { tool } from '../toolchain.mjs';
import { failedWith } from './results.mjs';

/**
 * Runs the end-to-end tests in Chromium. They start the portal themselves.
 *
 * @param {{ name: string, folder: string, lane: import('./lanes.mjs').Lane, files: string[], chromium: string }} options
 *   `folder` is for throwaway data; `files` limits the run to some test files
 * @returns {Promise<import('./results.mjs').Result>}
 */
export async function runEndToEndTests({
  name,
  folder,
  lane,
  files,
  chromium,
}) {
  const report = join(folder, 'end-to-end.json');
  const { output } = await runQuietly(
    tool(
      'playwright',
      'test',
      '--reporter=list,json',
      ...(lane.endToEnd ?? []),
      ...lane.databases.map(database => `--project=${database}`),
      ...files,
    ),
    {
      log: 'end-to-end-tests',
      env: {
        ...process.env,
        CI: '1',
        CHROME_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    },
  );
  return existsSync(report)
    ? readReport(JSON.parse(readFileSync(report, 'utf8')), name)
    : failedWith(name, tail(output, 60));
}

function readReport({ stats, suites, errors }, name) {
  const failures = [
    ...errors.map(({ message }) => ({ name, message: plain(message) })),
    ...suites.flatMap(suite => failuresOfSuite(suite, [])),
  ];
  const passed = stats.expected + stats.flaky;
  if (passed + failures.length === 0) {
    return failedWith(name, 'No test was run.');
  }
  return {
    passed,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    failures,
  };
}

function failuresOfSuite({ title, specs = [], suites = [] }, above) {
  const path = [...above, title];
  return [
    ...specs
      .filter(({ ok }) => !ok)
      .flatMap(spec => failuresOfSpec(spec, path)),
    ...suites.flatMap(suite => failuresOfSuite(suite, path)),
  ];
}

function failuresOfSpec(spec, path) {
  return spec.tests
    .filter(({ status }) => status === 'unexpected')
    .map(test => ({
      name: [...path, spec.title, `(${test.projectName})`].join(' › '),
      message: test.results
        .flatMap(({ errors }) => errors)
        .map(({ message = '', snippet = '' }) =>
          plain(`${message}\n${snippet}`),
        )
        .join('\n'),
    }));
}
