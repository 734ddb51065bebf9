import type { DeskContext } from '../context';

/**
 * Forgets reporters whose tickets are gone, and what let them in; and tokens
 * that have ended, since they say when a person was here.
 */
export async function forgetReporters({
  store,
  clock,
}: Pick<DeskContext, 'store' | 'clock'>): Promise<void> {
  await store.reporters.forgetThoseWithoutTickets();
  await store.tokens.forgetEnded(clock());
}
