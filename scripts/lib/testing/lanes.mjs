/**
 * The two lanes of the tests: what is quick enough to run after every change,
 * and what takes its time. A test file says by its name where it belongs:
 *
 * - `*.slow.test.ts` is run in the slow lane alone;
 * - `*.property.test.ts` in both: on a tenth of its cases in the quick lane, on
 *   all of them in the slow one;
 * - every other one in the quick lane. Those of the backends run there on
 *   SQLite, and in the slow lane on PostgreSQL: what differs between the two is
 *   in the store, whose tests run on both in the quick lane.
 *
 * The end-to-end tests run on SQLite in the quick lane, but for those with the
 * tag `@slow`, and all of them on PostgreSQL in the slow one.
 *
 * @typedef {object} Lane
 * @property {string[]} unit arguments for Jest
 * @property {NodeJS.ProcessEnv} env environment variables of the tests
 * @property {string[]} databases those of the end-to-end tests
 * @property {string[]} [endToEnd] arguments for Playwright
 */

/** @type {Record<'quick' | 'slow' | 'named', Lane>} */
export const lanes = {
  quick: {
    unit: ['--testPathIgnorePatterns=/node_modules/|\\.slow\\.test\\.'],
    env: { TEST_LANE: 'quick' },
    databases: ['sqlite'],
    endToEnd: ['--grep-invert=@slow'],
  },
  slow: {
    unit: [
      '\\.(slow|property)\\.test\\.',
      'tickets-backend/src/(?!domain/|store/)',
      'tickets-backend-module-email/src/',
    ],
    env: { TEST_LANE: 'slow' },
    databases: ['postgres'],
  },
  /** For those who name test files. */
  named: { unit: [], env: {}, databases: ['sqlite', 'postgres'] },
};
