import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { MailStore } from './MailStore';

/** Longer than a notification can still be retried by itself. */
const KEPT_DAYS = 90;

/** Every night forgets what became of mails of long ago, with their addresses. */
export async function scheduleForgetting(
  scheduler: SchedulerService,
  store: Pick<MailStore, 'forgetBefore'>,
  clock: () => Date,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'tickets-email-forget',
    frequency: { hours: 24 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 5 },
    fn: async () => {
      const since = clock();
      since.setUTCDate(since.getUTCDate() - KEPT_DAYS);
      await store.forgetBefore(since);
    },
  });
}
