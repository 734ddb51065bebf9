import type { QueryClient } from '@tanstack/react-query';
import { invalidateTickets } from '../invalidation';

/** One change often comes as several signals, one right after the other. */
const GATHER = 50;

/** The least time between two refetches, in milliseconds, however much happens. */
const PACE = 1_000;

/** Refetches what signals say has changed, and nothing else. */
export class LiveUpdates {
  private readonly changed = new Set<string>();
  private nextAt = 0;
  private waiting = false;

  constructor(private readonly queryClient: QueryClient) {}

  /** @param signal - `{ ticket }` with the id of a ticket that changed */
  readonly onSignal = (signal: unknown): void => {
    const { ticket } = Object(signal);
    if (typeof ticket !== 'string') {
      return;
    }
    this.changed.add(ticket);
    if (!this.waiting) {
      this.waiting = true;
      setTimeout(this.refetch, Math.max(GATHER, this.nextAt - Date.now()));
    }
  };

  private readonly refetch = (): void => {
    const ids = new Set(this.changed);
    this.changed.clear();
    this.waiting = false;
    this.nextAt = Date.now() + PACE;
    invalidateTickets(this.queryClient, ids);
  };
}
