import type { Response } from 'express';
import type { FairQueue } from './FairQueue';
import type { Gate } from './Gate';

/** As sockets fail whose other side left. */
export class HungUpError extends Error {
  readonly code = 'ECONNRESET';

  constructor() {
    super('The caller hung up');
  }
}

/**
 * Waits until a request of somebody may go on, unless they hang up before.
 *
 * @returns says that it does not hold others up any more; again is harmless
 * @throws TooManyRequestsError, TooBusyError
 */
export async function enterGate(
  gate: Gate,
  person: string,
  response: Response,
): Promise<() => void> {
  return whileConnected(response, signal => gate.enter(person, signal));
}

/**
 * Does the work for somebody when it is their turn, unless they hang up before.
 *
 * @throws TooManyRequestsError, TooBusyError
 */
export async function takeTurn<T>(
  queue: FairQueue,
  response: Response,
  demand: { readonly person: string; readonly cost: number },
  work: () => Promise<T>,
): Promise<T> {
  return whileConnected(response, signal =>
    queue.run({ ...demand, signal }, work),
  );
}

/**
 * Waits for something that somebody does not need any more when they hang up.
 *
 * @param wait - ends with the reason of the signal when they do
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
 * The same batches; each is read when it is the turn of whom they are for. After
 * it the process has time for those who come through the gate, and the turn is
 * that of others.
 */
export async function* batchesInTurn<T>(
  gate: Gate,
  queue: FairQueue,
  person: string,
  batches: AsyncGenerator<T>,
): AsyncGenerator<T> {
  try {
    for (;;) {
      const { value, done } = await gate.besideOthers(() =>
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
