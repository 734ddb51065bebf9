import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until expectations hold, for ten seconds. */
export async function eventually(expectations: () => void | Promise<void>) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      await expectations();
      return;
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
    }
    await sleep(50);
  }
}
