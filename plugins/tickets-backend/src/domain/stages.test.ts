import type { EventDetail } from '@portaldesk/plugin-tickets-common';
import { stagesOf } from './stages';

const at = (minute: number) => new Date(Date.UTC(2026, 4, 5, 8, minute));

const filed = (status: string): EventDetail => ({
  type: 'filed',
  subject: 'Subject',
  category: null,
  priority: 'normal',
  visibility: 'public',
  requester: 'user:default/a',
  organisation: null,
  assets: [],
  status,
});

const changed = (to: string): EventDetail => ({
  type: 'status-changed',
  from: 'whatever',
  to,
  cause: 'person',
});

const itself = (status: string) => status;
const portal = (status: string) => status.split('-')[0];

describe('the stages of a ticket', () => {
  it.each<
    [
      string,
      [number, EventDetail][],
      (status: string) => string,
      [string, number, number | null][],
    ]
  >([
    ['are one at first', [[0, filed('new')]], itself, [['new', 0, null]]],
    [
      'follow each other',
      [
        [0, filed('new')],
        [5, changed('open')],
        [9, changed('closed')],
        [12, changed('open')],
      ],
      itself,
      [
        ['new', 0, 5],
        ['open', 5, 9],
        ['closed', 9, 12],
        ['open', 12, null],
      ],
    ],
    [
      'have nothing to do with other events',
      [
        [0, filed('new')],
        [3, { type: 'assigned', from: null, to: 'user:default/b' }],
      ],
      itself,
      [['new', 0, null]],
    ],
    [
      'leave out what lasted no time',
      [
        [0, filed('new')],
        [0, changed('open')],
        [7, changed('waiting')],
        [7, changed('open')],
        [9, changed('closed')],
      ],
      itself,
      [
        ['open', 0, 9],
        ['closed', 9, null],
      ],
    ],
    [
      'are one where they look alike, with the last status',
      [
        [0, filed('open-a')],
        [2, changed('open-b')],
        [4, changed('closed-a')],
        [6, changed('open-a')],
        [8, changed('open-b')],
      ],
      portal,
      [
        ['open-b', 0, 4],
        ['closed-a', 4, 6],
        ['open-b', 6, null],
      ],
    ],
    ['are none of nothing', [], itself, []],
  ])('%s', (_what, events, shown, expected) => {
    expect(
      stagesOf(
        events.map(([minute, detail]) => ({ at: at(minute), detail })),
        shown,
      ),
    ).toEqual(
      expected.map(([status, since, until]) => ({
        status,
        since: at(since),
        until: until === null ? null : at(until),
      })),
    );
  });
});
