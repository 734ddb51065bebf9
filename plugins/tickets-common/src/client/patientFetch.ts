/** How often a request is sent again by itself. */
const REPEATS = 2;

/** The longest wait that it lets itself be asked for, in seconds. */
const LONGEST = 5;

/** By which part it waits longer at most, so that not all come back at once. */
const SPREAD = 0.5;

/**
 * Sends a request again, after as long as the answer says and a little more,
 * when it was refused since the caller asks for too much at once: nothing of it
 * was done then.
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

/** In seconds; undefined when it is not to be sent again. */
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
