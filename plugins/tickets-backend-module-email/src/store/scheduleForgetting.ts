import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { IncomingStore } from '../incoming/store/IncomingStore';
import type { QuarantineStore } from '../incoming/store/QuarantineStore';

/** Longer than a notification can still be retried automatically. */
const KEPT_DAYS = 90;

/** How long people can answer to a mail, and mute its ticket by its link. */
const LONG_KEPT_DAYS = 365;

/** In megabytes. */
const MAX_QUARANTINE = 1_000;

interface Forgetting {
  forgetBefore(time: Date): Promise<unknown>;
}

/**
 * Every night forgets what became of mails of long ago, with their addresses.
 * Every ten minutes sees that quarantine does not grow beyond its bound.
 */
export async function scheduleForgetting(
  scheduler: SchedulerService,
  stores: {
    readonly shortly: readonly Forgetting[];
    readonly long: readonly Forgetting[];
  },
  clock: () => Date,
  incoming: {
    readonly store: Pick<IncomingStore, 'forgetOriginalsBefore'>;
    readonly quarantine: Pick<QuarantineStore, 'shorten'>;
    /** For how many days originals are kept. */
    readonly keepOriginals?: number;
    /** In megabytes. */
    readonly maxQuarantine?: number;
    readonly logger: LoggerService;
  },
): Promise<void> {
  const { maxQuarantine = MAX_QUARANTINE, quarantine, logger } = incoming;
  const daysAgo = (days: number) => {
    const time = clock();
    time.setUTCDate(time.getUTCDate() - days);
    return time;
  };
  await scheduler.scheduleTask({
    id: 'tickets-email-forget',
    frequency: { hours: 24 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 5 },
    fn: async () => {
      for (const store of stores.shortly) {
        await store.forgetBefore(daysAgo(KEPT_DAYS));
      }
      for (const store of stores.long) {
        await store.forgetBefore(daysAgo(LONG_KEPT_DAYS));
      }
      await incoming.store.forgetOriginalsBefore(
        daysAgo(incoming.keepOriginals ?? KEPT_DAYS),
      );
    },
  });
  await scheduler.scheduleTask({
    id: 'tickets-email-quarantine',
    frequency: { minutes: 10 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
    fn: async () => {
      const count = await quarantine.shorten(maxQuarantine * 1_000_000);
      if (count > 0) {
        logger.warn(
          `${count} mails that had been in quarantine for longest were deleted, since it held more than ${maxQuarantine} MB; see tickets.email.incoming.maxQuarantine`,
        );
      }
    },
  });
}
