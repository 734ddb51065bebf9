import { finished } from 'node:stream/promises';
import { setImmediate as othersHaveTheirTurn } from 'node:timers/promises';
import type { Response } from 'express';

/**
 * Answers with a long text, as fast as it is taken and no faster. An answer
 * that falls short is cut off, instead of ending as if it were whole.
 *
 * @returns when the text is taken, or nobody is there to take it any more
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
 * Waits until a response takes more, or is gone. It listens once for all: what
 * compresses answers would keep each of many listeners.
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
