import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until expectations hold, for ten seconds or as many as are said. */
export async function eventually(
  expectations: () => void | Promise<void>,
  seconds = 10,
) {
  const deadline = performance.now() + seconds * 1_000;
  for (;;) {
    try {
      await expectations();
      return;
    } catch (error) {
      if (performance.now() > deadline) {
        throw error;
      }
    }
    await sleep(50);
  }
}
