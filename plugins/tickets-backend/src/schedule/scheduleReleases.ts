import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { DeskContext } from '../desk/context';
import { releaseUnavailable } from '../desk/scheduled/releaseUnavailable';

/** How often to check who left the catalog, in minutes. */
const INTERVAL = 15;

/**
 * Releases tickets of people and teams that left the catalog, on one replica at
 * a time.
 */
export async function scheduleReleases(
  scheduler: SchedulerService,
  context: DeskContext,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'tickets-releases',
    scope: 'global',
    frequency: { minutes: INTERVAL },
    timeout: { minutes: INTERVAL },
    initialDelay: { minutes: 2 },
    fn: signal => releaseUnavailable(context, { signal }),
  });
}
