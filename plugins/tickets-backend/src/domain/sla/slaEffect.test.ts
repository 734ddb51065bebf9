import {
  DESK_ACTOR,
  type EventDetail,
} from '@portaldesk/plugin-tickets-common';
import { type SlaEffect, slaEffectOf } from './slaEffect';

const moved: EventDetail = { type: 'moved', from: null, to: 'group:x/a' };
const reply = (side: 'team' | 'requester'): EventDetail => ({
  type: 'replied',
  messageId: '1',
  side,
});
const edited = (field: 'priority' | 'subject'): EventDetail => ({
  type: 'edited',
  field,
  from: 'a',
  to: 'b',
});

/** What an event means, done by people and done by the desk itself. */
const table: [
  EventDetail,
  people: SlaEffect | null,
  desk?: SlaEffect | null,
][] = [
  [moved, 'act', null],
  [{ type: 'assigned', from: null, to: 'user:x/a' }, 'act', null],
  [{ type: 'assigned', from: 'user:x/a', to: null }, 'act', null],
  [{ type: 'noted', messageId: '1' }, 'act', null],
  [reply('team'), 'reply'],
  [reply('requester'), null],
  [
    { type: 'status-changed', from: 'new', to: 'open', cause: 'return' },
    'clock',
  ],
  [
    {
      type: 'sla-breached',
      deadline: 'response',
      dueAt: '2026-05-05T08:00:00Z',
    },
    'clock',
  ],
  [edited('priority'), 'clock'],
  [edited('subject'), null],
  [{ type: 'tags-edited', from: [], to: ['a'] }, null],
];

it.each(table)(
  'of %j it means %s to the deadlines when people do it',
  (detail, people, desk = people) => {
    expect([
      slaEffectOf({ actor: 'user:default/agent', detail }),
      slaEffectOf({ actor: DESK_ACTOR, detail }),
    ]).toEqual([people, desk]);
  },
);
