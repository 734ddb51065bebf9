import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './say.mjs';

/**
 * Resolves when a child process has ended, also if it has already.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<void>}
 */
export function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise(resolve => {
    child.once('exit', () => resolve());
  });
}

/**
 * Asks a child process to end, and ends it if it does not.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} [signal]
 * @param {number} [patience] milliseconds
 */
export async function end(child, signal = 'SIGTERM', patience = 15_000) {
  const gone = ended(child);
  child.kill(signal);
  const inTime = await Promise.race([
    gone.then(() => true),
    sleep(patience, false, { ref: false }),
  ]);
  if (!inTime) child.kill('SIGKILL');
  await gone;
}

/**
 * Whether a process with this id is running.
 *
 * @param {number} pid
 */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Calls `stop` once when this process is asked to end: by Ctrl-C, by a signal,
 * or because the process that started it is gone.
 *
 * @param {(why: string) => void} stop
 */
export function whenAskedToEnd(stop) {
  let stopped = false;
  const once = why => () => {
    if (stopped) return;
    stopped = true;
    stop(why);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, once(signal));
  }
  if (process.connected) {
    process.on('disconnect', once('disconnect'));
    process.channel?.unref();
  }
  if (process.env.npm_lifecycle_event) {
    // npm's shell does not pass a signal on: it ends, and leaves us behind.
    const parent = process.ppid;
    const gone = once('parent');
    setInterval(() => process.ppid !== parent && gone(), 500).unref();
  }
}
