import type { JsonValue } from '@backstage/types';
import type { Mistake } from './Mistake';

const CHANNEL = { id: 'integrity', title: 'Concern' };

function withChannels(...channels: JsonValue[]) {
  return { public: { reports: { channels } } };
}

/** Mistakes in what people without an account reach. */
export const publicPageMistakes: readonly Mistake[] = [
  [
    'a channel without a title',
    withChannels({ id: 'integrity' }),
    'tickets.public.reports.channels[0].title',
    'missing',
  ],
  [
    'a channel with the id of another one',
    withChannels(CHANNEL, { ...CHANNEL, title: 'Other' }),
    'tickets.public.reports.channels[1].id',
    'duplicate',
  ],
  [
    'a channel whose id is no part of an address',
    withChannels({ ...CHANNEL, id: 'a/b' }),
    'tickets.public.reports.channels[0].id',
    'id',
  ],
  [
    'a channel with a title in one of the languages',
    withChannels({ ...CHANNEL, title: { en: 'Concern' } }),
    'tickets.public.reports.channels[0].title.de',
    'missing',
  ],
  [
    'a channel with an unknown category',
    withChannels({ ...CHANNEL, categories: ['a'] }),
    'tickets.public.reports.channels[0].categories[0]',
    'unknown name',
  ],
  [
    'a channel with a category for agents',
    {
      categories: [{ id: 'a', title: 'A', agentsOnly: true }],
      ...withChannels({ ...CHANNEL, categories: ['a'] }),
    },
    'tickets.public.reports.channels[0].categories[0]',
    'plain category',
  ],
  [
    'a channel for a group that cannot own tickets',
    {
      teams: [{ group: 'group:default/a' }],
      ...withChannels({ ...CHANNEL, team: 'group:default/b' }),
    },
    'tickets.public.reports.channels[0].team',
    'unknown name',
  ],
  [
    'a channel that keeps reports for no time',
    withChannels({ ...CHANNEL, retention: { seconds: 1 } }),
    'tickets.public.reports.channels[0].retention',
    'bound',
  ],
];
