import { head } from '../run.mjs';
import { beside, during, say, Trouble } from '../say.mjs';
import { closingLine, failedWith } from './results.mjs';

/** How many steps are done at the same time: so many cores there are at least. */
const AT_ONCE = 2;

/**
 * A step of a test run. `before` says for itself what it does, and `work` gets
 * what comes of it.
 *
 * @typedef {import('./results.mjs').Result} Result
 * @typedef {{ title: string, before?: () => Promise<any>, work: (name: string, prepared?: any) => Promise<Result> }} Step
 */

/**
 * A step that breaks is a failure, and the others still have their say.
 *
 * @param {Step} step
 * @param {typeof during} [tell] how it is said what is done
 * @returns {Promise<Result>}
 */
export async function runStep({ title, before, work }, tell = during) {
  let result;
  try {
    const prepared = await before?.();
    result = await tell(title, () => work(title, prepared), describe);
  } catch (error) {
    result = failedWith(title, explain(error));
  }
  for (const { name, message } of result.failures) {
    say(`\n  ✗ ${name}\n${head(message).replace(/^/gm, '    ')}\n`);
  }
  return result;
}

function describe(result) {
  const { passed, failed, skipped } = result;
  if (passed + failed + skipped > 1) return closingLine(result);
  return failed ? 'failed' : 'passed';
}

function explain(error) {
  if (!(error instanceof Trouble)) return error.stack ?? String(error);
  return [error.details, error.message].filter(Boolean).join('\n');
}

/**
 * Does lists of steps beside each other. Nothing is said of a step before it is
 * done.
 *
 * @param {Step[][]} lists
 * @returns {Promise<Result[]>}
 */
export async function runBeside(lists) {
  const results = [];
  const rest = [...lists];
  const next = async () => {
    for (let list = rest.shift(); list; list = rest.shift()) {
      for (const step of list) results.push(await runStep(step, beside));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return results;
}
