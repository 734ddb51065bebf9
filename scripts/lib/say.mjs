import { stdout } from 'node:process';

/** An error whose message is all that a person needs: no stack is shown. */
export class Trouble extends Error {
  /**
   * @param {string} message one sentence that says what to do
   * @param {{ exitCode?: number, details?: string }} [options]
   */
  constructor(message, options = {}) {
    super(message);
    this.exitCode = options.exitCode ?? 1;
    this.details = options.details;
  }
}

export const say = (line = '') => stdout.write(`${line}\n`);

/**
 * The code of an error of Node.js, such as `ENOENT`.
 *
 * @param {unknown} error
 * @returns {unknown}
 */
export const codeOf = error =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const seconds = since => `${Math.round((Date.now() - since) / 1000)} s`;

/** Seconds between two signs of life where the line cannot be redrawn. */
const SIGN_OF_LIFE = 30;

/**
 * Says what is being done, does it, and says how long it took.
 *
 * @template T
 * @param {string} title as in "Building the frontend"
 * @param {(progress: (text: string) => void) => Promise<T>} work it may say how
 *   far it is
 * @param {(result: T) => string} [describe] what to say of the result
 * @returns {Promise<T>}
 */
export async function during(title, work, describe) {
  const since = Date.now();
  let progress = '';
  stdout.write(`${title}…`);
  const state = () => [seconds(since), progress].filter(Boolean).join(', ');
  const redraw = () => stdout.write(`\r\x1b[K${title}… ${state()}`);
  const goOn = () => progress && stdout.write(` ${state()}…`);
  const ticking = stdout.isTTY
    ? setInterval(redraw, 1000)
    : setInterval(goOn, SIGN_OF_LIFE * 1000);
  const end = word => {
    clearInterval(ticking);
    if (stdout.isTTY) stdout.write(`\r\x1b[K${title}…`);
    stdout.write(` ${word}${seconds(since)}\n`);
  };
  try {
    const result = await work(text => (progress = text));
    end(describe ? `${describe(result)}, ` : '');
    return result;
  } catch (error) {
    end('failed after ');
    throw error;
  }
}

/**
 * The same for what is done beside something else: it is spoken of at its end
 * alone.
 *
 * @type {typeof during}
 */
export async function beside(title, work, describe) {
  const since = Date.now();
  const result = await work(() => {});
  const outcome = describe ? `${describe(result)}, ` : '';
  say(`${title}… ${outcome}${seconds(since)}`);
  return result;
}

/** Reports what went wrong and sets the exit code. */
export function complain(error) {
  if (error instanceof Trouble) {
    if (error.details) console.error(`\n${error.details}\n`);
    console.error(error.message);
    process.exitCode = error.exitCode;
  } else {
    console.error(error);
    process.exitCode = 1;
  }
}
