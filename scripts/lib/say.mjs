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

const seconds = since => `${Math.round((Date.now() - since) / 1000)} s`;

/**
 * Says what is being done, does it, and says how long it took.
 *
 * @template T
 * @param {string} title as in "Building the frontend"
 * @param {() => Promise<T>} work
 * @param {(result: T) => string} [describe] what to say of the result
 * @returns {Promise<T>}
 */
export async function during(title, work, describe) {
  const since = Date.now();
  stdout.write(`${title}…`);
  const redraw = () => stdout.write(`\r${title}… ${seconds(since)}`);
  const ticking = stdout.isTTY ? setInterval(redraw, 1000) : undefined;
  const end = word => {
    clearInterval(ticking);
    if (stdout.isTTY) stdout.write(`\r${title}…`);
    stdout.write(` ${word}${seconds(since)}\n`);
  };
  try {
    const result = await work();
    end(describe ? `${describe(result)}, ` : '');
    return result;
  } catch (error) {
    end('failed after ');
    throw error;
  }
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
