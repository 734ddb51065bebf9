import type { SchedulerService } from '@backstage/backend-plugin-api';
import {
  type BackfillContext,
  runBackfills,
} from '../desk/backfill/runBackfills';

/**
 * Fills in what older versions left out, at one replica at a time. When that
 * one is killed, another one goes on after the timeout; a long backfill ends by
 * it and goes on a minute later.
 */
export async function scheduleBackfills(
  scheduler: SchedulerService,
  context: BackfillContext,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'tickets-backfill',
    scope: 'global',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 5 },
    fn: signal => runBackfills(context, signal),
  });
}
