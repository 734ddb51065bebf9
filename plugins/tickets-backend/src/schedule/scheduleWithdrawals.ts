import type { SchedulerService } from '@backstage/backend-plugin-api';

/**
 * Takes notifications back from people who may not read their tickets any more
 * because of what they belong to now, at one replica at a time.
 */
export async function scheduleWithdrawals(
  scheduler: SchedulerService,
  relay: { review(signal: AbortSignal): Promise<void> },
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'tickets-withdrawals',
    scope: 'global',
    frequency: { hours: 1 },
    timeout: { minutes: 50 },
    initialDelay: { minutes: 5 },
    fn: signal => relay.review(signal),
  });
}
