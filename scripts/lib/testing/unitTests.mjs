import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { logFile, root } from '../paths.mjs';
import { startPostgres } from '../postgres.mjs';
import { plain, runQuietly, tail } from '../run.mjs';
import { tool } from '../toolchain.mjs';
import { failedWith } from './results.mjs';

/** How long all of them may take, on a slow machine too. */
const MINUTES = 60;

/**
 * What a worker may hold between two test files. Above it a new one takes its
 * place, which has to read and compile again all that the tests import.
 */
const WORKER_MEMORY = '2000M';

/**
 * What the youngest objects may take in each worker, in megabytes. Tests that
 * draw screens make many that do not live long; with Node's own 16 MB the
 * collector takes an eighth of their time.
 */
const YOUNG_MEMORY = 64;

/**
 * Runs the unit and integration tests. Tests that need a database run on
 * SQLite and on a PostgreSQL that is started for them; when it cannot be
 * started, the run has failed.
 *
 * @param {{ name: string, folder: string, lane: import('./lanes.mjs').Lane, files: string[] }} options
 *   `folder` is for throwaway data; `files` limits the run to some test files
 * @returns {Promise<import('./results.mjs').Result>}
 */
export async function runUnitTests({ name, folder, lane, files }) {
  const postgres = await startPostgres({
    folder: join(folder, 'postgres'),
    log: logFile('test-postgres'),
    throwaway: true,
  });
  try {
    return await runJest({ name, folder, lane, files, postgres });
  } finally {
    await postgres.stop();
  }
}

async function runJest({ name, folder, lane, files, postgres }) {
  const report = join(folder, 'unit.json');
  const { user, password, host, port } = postgres;
  const { output, cutOff } = await runQuietly(
    tool(
      'backstage-cli',
      'repo',
      'test',
      '--watch=false',
      '--maxWorkers=2',
      `--workerIdleMemoryLimit=${WORKER_MEMORY}`,
      '--testTimeout=30000',
      '--json',
      `--outputFile=${report}`,
      ...lane.unit,
      ...files,
    ),
    {
      log: 'unit-tests',
      minutes: MINUTES,
      env: {
        ...process.env,
        ...lane.env,
        CI: '1',
        NODE_OPTIONS:
          `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=${YOUNG_MEMORY}`.trim(),
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: `postgresql://${user}:${password}@${host}:${port}`,
      },
    },
  );
  if (cutOff) {
    return failedWith(name, `${cutOff}\n${tail(unfinished(output), 10)}`);
  }
  return existsSync(report)
    ? readReport(JSON.parse(readFileSync(report, 'utf8')), name)
    : failedWith(name, tail(output, 60));
}

/** The test files whose end was the last to be seen. */
const unfinished = output =>
  `The last test files that were done:\n${plain(output)
    .split('\n')
    .filter(line => /^(PASS|FAIL) /.test(line))
    .join('\n')}`;

function readReport(report, name) {
  if (report.numTotalTests + report.numRuntimeErrorTestSuites === 0) {
    return failedWith(name, 'No test was run.');
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(failuresOfFile),
  };
}

function failuresOfFile({ name, message, assertionResults }) {
  const file = relative(root, name);
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length) {
    return failed.map(test => ({
      name: `${file}: ${test.fullName}`,
      message: plain(test.failureMessages.join('\n')),
    }));
  }
  const couldNotRun = assertionResults.length === 0 && message;
  return couldNotRun ? [{ name: file, message: plain(message) }] : [];
}
