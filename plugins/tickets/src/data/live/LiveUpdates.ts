import type { QueryClient } from '@tanstack/react-query';
import { invalidateTickets } from '../invalidation';

/** One change often comes as several signals, one right after the other. */
const GATHER = 50;

/** The least time between two refetches, in milliseconds, however much happens. */
const PACE = 1_000;

/** How long a refetch waits at most for the answers to the one before. */
const PATIENCE = 10_000;

/** Refetches what signals say has changed, and nothing else. */
export class LiveUpdates {
  private readonly changed = new Set<string>();
  private isRefetching = false;

  constructor(private readonly queryClient: QueryClient) {}

  /** @param signal - `{ ticket }` with the id of a ticket that changed */
  readonly onSignal = (signal: unknown): void => {
    const { ticket } = Object(signal);
    if (typeof ticket !== 'string') {
      return;
    }
    this.changed.add(ticket);
    if (!this.isRefetching) {
      this.refetchAll();
    }
  };

  private async refetchAll(): Promise<void> {
    this.isRefetching = true;
    await pause(GATHER);
    while (this.changed.size > 0) {
      const ids = new Set(this.changed);
      this.changed.clear();
      const answered = invalidateTickets(this.queryClient, ids);
      // to ask again sooner would end what is under way: a desk that needs more
      // than a second for an answer would never get one onto the screen
      await Promise.all([
        pause(PACE),
        Promise.race([answered, pause(PATIENCE)]),
      ]);
    }
    this.isRefetching = false;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds);
  });
}
