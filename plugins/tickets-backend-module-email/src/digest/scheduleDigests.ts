import type { SchedulerService } from '@backstage/backend-plugin-api';
import type {
  IntakePeople,
  TicketsIntakesExtensionPoint,
} from '@portaldesk/plugin-tickets-node';
import { Digests } from './Digests';

type DigestsOptions = ConstructorParameters<typeof Digests>[0];

/**
 * Sends digests at their times, by one backend at a time. The desk hands out
 * itself as others use it to intakes alone, and only people say what they may
 * still read.
 */
export function scheduleDigests(
  options: Omit<DigestsOptions, 'people'>,
  {
    intakes,
    scheduler,
    started,
  }: {
    readonly intakes: TicketsIntakesExtensionPoint;
    readonly scheduler: SchedulerService;
    /** Called with the desk as others use it. */
    readonly started: (people: IntakePeople) => void;
  },
): void {
  intakes.addIntake({
    id: 'email-digest',
    channel: 'email',
    start(desk, signal) {
      started(desk);
      const digests = new Digests({ ...options, people: desk });
      scheduler
        .scheduleTask({
          id: 'tickets-email-digest',
          frequency: { cron: options.config.digestSchedule },
          timeout: { minutes: 30 },
          signal,
          fn: abort => digests.send(abort),
        })
        .catch((error: unknown) =>
          options.logger.error(`No digests are sent: ${String(error)}`),
        );
    },
  });
}
