import type { StoredOutboxEntry } from '../store/outbox/OutboxEntry';

/**
 * Since when the oldest entry waits, apart from those that wait for another
 * attempt.
 */
export function waitingSince(
  entries: readonly StoredOutboxEntry[],
): number | undefined {
  const times = entries
    .filter(({ attempts }) => attempts === 1)
    .map(({ createdAt }) => createdAt.getTime());
  return times.length > 0 ? Math.min(...times) : undefined;
}
