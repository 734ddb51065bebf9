/** How long the beginning of an answer is waited for, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Sends a question and stops waiting when nothing is answered: of a connection
 * that died without a sign the browser would wait for minutes, and screens would
 * show what was true then.
 *
 * @param signal - ends it sooner, also while the answer is read
 * @throws Error with the name `TimeoutError` after a minute
 */
export async function answerInTime(
  send: (signal: AbortSignal) => Promise<Response>,
  signal?: AbortSignal,
): Promise<Response> {
  const waiting = new AbortController();
  const giveUp = () => waiting.abort(signal?.reason);
  if (signal?.aborted) {
    giveUp();
  }
  signal?.addEventListener('abort', giveUp, { once: true });
  const timer = setTimeout(() => {
    const error = new Error('The desk has not answered for a minute');
    error.name = 'TimeoutError';
    waiting.abort(error);
  }, PATIENCE);
  try {
    return await send(waiting.signal);
  } finally {
    clearTimeout(timer);
  }
}
