import { finished } from 'node:stream/promises';
import { setImmediate as othersHaveTheirTurn } from 'node:timers/promises';
import type { Response } from 'express';

/**
 * Sends a long text as fast as the client reads it. A response that fails
 * halfway is cut off, so that it does not look complete.
 *
 * @returns when the text is sent, or the client hung up
 */
export async function sendText(
  text: AsyncIterable<string>,
  response: Response,
): Promise<void> {
  const drained = drainOf(response);
  try {
    for await (const piece of text) {
      if (!response.destroyed && !response.write(piece)) {
        await drained();
      }
      await othersHaveTheirTurn();
      if (response.destroyed) {
        return;
      }
    }
  } catch (error) {
    response.destroy();
    throw error;
  }
  response.end();
  await finished(response).catch(() => {});
}

/**
 * Waits until a response accepts more or is closed. It listens only once,
 * because the compression middleware would keep each of many listeners.
 */
function drainOf(response: Response): () => Promise<void> {
  let goOn = () => {};
  response.on('drain', () => goOn());
  response.once('close', () => goOn());
  return () =>
    new Promise(resolve => {
      goOn = resolve;
    });
}
