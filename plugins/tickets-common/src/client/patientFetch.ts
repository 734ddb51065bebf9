/** How often a request is retried. */
const REPEATS = 2;

/** The longest `Retry-After` that it waits for, in seconds. */
const LONGEST = 5;

/**
 * The most by which it waits longer, as a part, so that clients do not all
 * retry together.
 */
const SPREAD = 0.5;

/**
 * Retries a request that was refused because there were too many, after the
 * time that the response names and a little more. Nothing of a refused request
 * was done.
 */
export async function patientFetch(
  send: () => Promise<Response>,
  signal?: AbortSignal,
): Promise<Response> {
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const answer = await send();
    const seconds = waitOf(answer);
    if (seconds === undefined) {
      return answer;
    }
    await pause(seconds * 1_000 * (1 + SPREAD * Math.random()), signal);
  }
  return send();
}

/** In seconds; undefined when it should not be retried. */
function waitOf({ status, headers }: Response): number | undefined {
  const text = status === 429 ? headers.get('Retry-After') : null;
  const seconds = text === null ? Number.NaN : Number(text);
  return seconds <= LONGEST ? seconds : undefined;
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal?.reason);
    signal?.addEventListener('abort', giveUp, { once: true });
    setTimeout(() => {
      signal?.removeEventListener('abort', giveUp);
      resolve();
    }, milliseconds);
  });
}
