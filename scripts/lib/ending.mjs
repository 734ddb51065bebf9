import { whenAskedToEnd } from './children.mjs';
import { complain } from './say.mjs';

const stops = new Set();
let askedToEnd = false;

/**
 * Remembers what has to be stopped before this script ends.
 *
 * @param {() => Promise<void> | void} stop
 * @returns {() => void} call it when there is nothing left to stop
 */
export function stopAtEnd(stop) {
  stops.add(stop);
  return () => stops.delete(stop);
}

/** Stops, last one first. */
async function stopEverything() {
  for (const stop of [...stops].reverse()) {
    stops.delete(stop);
    await stop();
  }
}

/**
 * Runs a script to its end, leaving nothing behind that it has started: when
 * it is done, when it fails, and when it is asked to end.
 *
 * @param {() => Promise<void>} main
 */
export async function runScript(main) {
  whenAskedToEnd(async () => {
    askedToEnd = true;
    await stopEverything();
    process.exit(process.exitCode ?? 130);
  });
  try {
    await main();
  } catch (error) {
    if (!askedToEnd) complain(error);
  }
  if (askedToEnd) return;
  await stopEverything();
  process.exit();
}
