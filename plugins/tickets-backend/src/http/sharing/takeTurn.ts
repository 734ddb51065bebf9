import type { Response } from 'express';
import type { FairQueue } from './FairQueue';
import type { Gate, Leave } from './Gate';

/** The error of a socket whose other side hung up. */
export class HungUpError extends Error {
  readonly code = 'ECONNRESET';

  constructor() {
    super('The caller hung up');
  }
}

/**
 * Waits until a request may proceed, unless the client hangs up before.
 *
 * @throws TooManyRequestsError, TooBusyError
 */
export async function enterGate(
  gate: Gate,
  person: string,
  response: Response,
): Promise<Leave> {
  return whileConnected(response, signal => gate.enter(person, signal));
}

/**
 * Does the work when it is its turn, unless the client hangs up before. The next
 * one has its turn after a rest, for which the caller does not wait.
 *
 * @param rest - takes how long the work took, in milliseconds
 * @throws TooManyRequestsError, TooBusyError
 */
export async function takeTurn<T>(
  queue: FairQueue,
  response: Response,
  demand: { readonly person: string; readonly cost: number },
  work: () => Promise<T>,
  rest: (worked: number) => Promise<void> = async () => {},
): Promise<T> {
  return whileConnected(
    response,
    signal =>
      new Promise((resolve, reject) => {
        queue
          .run({ ...demand, signal }, async () => {
            const begin = performance.now();
            const done = work();
            await done.catch(() => {});
            const resting = rest(performance.now() - begin);
            resolve(done);
            await resting;
          })
          .catch(reject);
      }),
  );
}

/**
 * Waits for something that is no longer needed when the client hangs up.
 *
 * @param wait - rejects with the reason of the signal then
 */
async function whileConnected<T>(
  response: Response,
  wait: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (response.destroyed) {
    throw new HungUpError();
  }
  const left = new AbortController();
  const leave = () => left.abort(new HungUpError());
  response.once('close', leave);
  try {
    return await wait(left.signal);
  } finally {
    response.removeListener('close', leave);
  }
}

/**
 * The same batches; each is read when it is its person's turn. After each one
 * the process has time for requests at the gate, and others have their turn.
 */
export async function* batchesInTurn<T>(
  gate: Gate,
  queue: FairQueue,
  person: string,
  batches: AsyncGenerator<T>,
): AsyncGenerator<T> {
  try {
    for (;;) {
      const { value, done } = await gate.besideOthers(person, () =>
        queue.run({ person, continued: true }, () => batches.next()),
      );
      if (done) {
        return;
      }
      yield value;
    }
  } finally {
    await batches.return(undefined);
  }
}
