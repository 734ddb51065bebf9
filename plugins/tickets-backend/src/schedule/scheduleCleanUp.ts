import type { SchedulerService } from '@backstage/backend-plugin-api';
import { cleanUp } from '../desk/scheduled/cleanUp';
import type { DeskContext } from '../desk/context';

/** Removes data that is no longer needed, on one replica at a time. */
export async function scheduleCleanUp(
  scheduler: SchedulerService,
  context: DeskContext,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'tickets-clean-up',
    scope: 'global',
    frequency: { minutes: 15 },
    timeout: { minutes: 15 },
    initialDelay: { minutes: 1 },
    fn: signal => cleanUp(context, signal),
  });
}
