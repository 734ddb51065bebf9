import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { IncomingStore } from '../incoming/store/IncomingStore';

/** Longer than a notification can still be retried automatically. */
const KEPT_DAYS = 90;

/** Every night forgets what became of mails of long ago, with their addresses. */
export async function scheduleForgetting(
  scheduler: SchedulerService,
  stores: readonly { forgetBefore(time: Date): Promise<unknown> }[],
  clock: () => Date,
  incoming: {
    readonly store: Pick<IncomingStore, 'forgetOriginalsBefore'>;
    /** For how many days originals are kept. */
    readonly keepOriginals?: number;
  },
): Promise<void> {
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
      for (const store of stores) {
        await store.forgetBefore(daysAgo(KEPT_DAYS));
      }
      await incoming.store.forgetOriginalsBefore(
        daysAgo(incoming.keepOriginals ?? KEPT_DAYS),
      );
    },
  });
}
