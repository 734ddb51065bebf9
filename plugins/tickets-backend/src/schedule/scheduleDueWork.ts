import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { DeskContext } from '../desk/context';
import { runScheduledWork } from '../desk/scheduled/runScheduledWork';

/**
 * Does due work on one replica at a time. What became due while the portal was
 * down is done immediately.
 */
export async function scheduleDueWork(
  scheduler: SchedulerService,
  context: DeskContext,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'tickets-timekeeping',
    scope: 'global',
    frequency: { minutes: 1 },
    timeout: { minutes: 15 },
    initialDelay: { seconds: 10 },
    fn: signal => runScheduledWork(context, { signal }),
  });
}
