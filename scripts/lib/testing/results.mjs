/**
 * What a step of the tests has come to.
 *
 * @typedef {{ passed: number, failed: number, skipped: number, failures: { name: string, message: string }[] }} Result
 */

export const passed = { passed: 1, failed: 0, skipped: 0, failures: [] };

/** @returns {Result} */
export const failedWith = (name, message) => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  failures: [{ name, message }],
});

/** @param {Result[]} results */
export const sum = results =>
  results.reduce((all, one) => ({
    passed: all.passed + one.passed,
    failed: all.failed + one.failed,
    skipped: all.skipped + one.skipped,
    failures: [...all.failures, ...one.failures],
  }));

/** The line that a run ends with. */
export const closingLine = ({ passed: good, failed, skipped }) =>
  `${good} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
