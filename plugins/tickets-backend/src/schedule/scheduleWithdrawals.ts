import type { SchedulerService } from '@backstage/backend-plugin-api';

/**
 * Withdraws notifications from people who lost access by leaving a group, on
 * one replica at a time.
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
