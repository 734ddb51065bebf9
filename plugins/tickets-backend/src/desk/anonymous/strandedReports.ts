import type { DeskContext } from '../context';

/**
 * Describes which anonymous reports are of channels that are no longer configured:
 * what was promised to those who sent them is no longer kept.
 *
 * @returns one sentence, or none
 */
export async function describeStrandedReports({
  config,
  store,
}: Pick<DeskContext, 'config' | 'store'>): Promise<string[]> {
  const { channels } = config.publicPages;
  const known = channels.map(({ id }) => id);
  const gone = (await store.reporters.countByChannel()).filter(
    ({ channel }) => !known.includes(channel),
  );
  if (gone.length === 0) {
    return [];
  }
  const list = gone.map(({ channel, tickets }) => `${channel} (${tickets})`);
  const hint =
    channels.length === 0
      ? 'Their reporters can no longer read answers, and they are not deleted'
      : 'They are not deleted';
  return [
    `Reports are left of channels that tickets.public.reports.channels does not have: ${list.join(', ')}. ${hint} after the retention of their channel: add it again, or delete the tickets`,
  ];
}
