import type { SchedulerService } from '@backstage/backend-plugin-api';
import {
  type BackfillContext,
  runBackfills,
} from '../desk/backfill/runBackfills';

/**
 * Runs backfills on one replica at a time. If that one is killed, another one
 * continues after the timeout; a long backfill stops at the timeout and
 * continues a minute later.
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
