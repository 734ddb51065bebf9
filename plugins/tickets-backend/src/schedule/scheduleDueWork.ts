import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { DeskContext } from '../desk/context';
import { runScheduledWork } from '../desk/scheduled/runScheduledWork';

/**
 * Does what the desk does by itself when its time has come, at one replica at a
 * time. What became due while the portal was down is done at once.
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
