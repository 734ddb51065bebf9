import type { DeskContext } from '../context';
import { errorForLog } from '../errorForLog';

/** How many tickets are looked for at once. */
const BATCH = 100;

export interface ScheduledWorkOptions {
  /** Ends it early; what it did not come to is still due the next time. */
  readonly signal?: AbortSignal;
  readonly batch?: number;
}

/** Due work on tickets. */
export interface DueWork<Due extends { readonly id: string }> {
  /** What it does to a ticket, for the log. */
  readonly phrase: string;
  /** Finds tickets in a certain order, from one of them on. */
  find(page: { readonly limit: number; readonly after?: Due }): Promise<Due[]>;
  /** Does it, if it is still due under the lock of the ticket. */
  process(id: string): Promise<void>;
}

/** A ticket for which it fails does not block the others. */
export async function forEachDue<Due extends { readonly id: string }>(
  { logger }: Pick<DeskContext, 'logger'>,
  { signal, batch = BATCH }: ScheduledWorkOptions = {},
  work: DueWork<Due>,
): Promise<void> {
  let after: Due | undefined;
  do {
    const due = await work.find({ limit: batch, after });
    for (const { id } of due) {
      if (signal?.aborted) {
        return;
      }
      await work.process(id).catch((error: unknown) => {
        logger.warn(
          `Ticket ${id} could not be ${work.phrase}; this will be tried again`,
          errorForLog(error),
        );
      });
    }
    after = due.length === batch ? due.at(-1) : undefined;
  } while (after);
}
