import {
  type EventDetail,
  eventDetailSchema,
  portalStatusOfType,
  statusTypeSchema,
} from '@portaldesk/plugin-tickets-common';
import { Statuses } from './statuses';
import { traceOf, traceOfAll } from './traces';

/** One status of each type, named like it, and three that look like others. */
const statuses = new Statuses([
  ...statusTypeSchema.options.map(type => ({
    id: type,
    title: type,
    type,
    portalStatus: portalStatusOfType[type],
  })),
  {
    id: 'solved-secretly',
    title: 'Solved, not yet told',
    type: 'solved',
    portalStatus: 'in-progress',
  },
  {
    id: 'postponed-secretly',
    title: 'Later',
    type: 'postponed',
    portalStatus: 'in-progress',
  },
]);

const rules = {
  statuses,
  categories: [
    {
      id: 'form',
      form: {
        schema: { properties: { shown: {}, hidden: {} } },
        hidden: ['hidden'],
      },
    },
  ],
};

function toStatus(to: string, from = 'open'): EventDetail {
  return { type: 'status-changed', from, to, cause: 'person' };
}

function edited(
  field: Extract<EventDetail, { type: 'edited' }>['field'],
): EventDetail {
  return { type: 'edited', field, from: null, to: 'other' };
}

const other = { ticket: 'id-2', number: 'T2' };
const deadline = { deadline: 'response', dueAt: '2026-05-05T08:00:00Z' };
const watcher = { ref: 'user:default/a', role: 'watcher' } as const;
const copied = { ref: 'user:default/a', role: 'cc' } as const;
const list = { from: [], to: ['a'] };

/** What each event moves: the version of agents, that of others. */
const table: [detail: EventDetail, moves: string][] = [
  [
    {
      type: 'filed',
      subject: 'Help',
      category: null,
      priority: 'normal',
      visibility: 'public',
      requester: 'user:default/a',
      organisation: null,
      assets: [],
    },
    'inside outside',
  ],
  [{ type: 'replied', messageId: '1' }, 'inside outside'],
  [{ type: 'assigned', from: null, to: 'user:x/a' }, 'inside outside'],
  [{ type: 'moved', from: null, to: 'group:x/a' }, 'inside outside'],
  [toStatus('waiting-requester'), 'inside outside'],
  [toStatus('waiting-internal'), 'inside'],
  [toStatus('closed', 'solved'), 'inside'],
  // the end of a ticket, and when it returns, show whatever its status shows
  [toStatus('solved-secretly'), 'inside outside'],
  [toStatus('postponed-secretly'), 'inside outside'],
  [toStatus('open', 'configured-no-more'), 'inside'],
  [
    { type: 'portal-status-changed', from: 'in-progress', to: 'closed' },
    'inside outside',
  ],
  [{ type: 'postponed', until: null }, 'inside outside'],
  [{ type: 'unarchived' }, 'inside outside'],
  [{ type: 'merged-into', ...other }, 'inside outside'],
  [{ type: 'merged-from', ...other }, 'inside outside'],
  [{ type: 'archived' }, 'inside outside'],
  [edited('subject'), 'inside outside'],
  [edited('category'), 'inside outside'],
  [edited('priority'), 'inside outside'],
  [edited('visibility'), 'inside outside'],
  [edited('system'), 'inside outside'],
  [edited('slaPolicy'), 'inside'],
  [{ type: 'fields-edited', from: {}, to: { shown: 1 } }, 'inside outside'],
  [{ type: 'fields-edited', from: {}, to: { hidden: 1 } }, 'inside'],
  [{ type: 'fields-edited', from: {}, to: { unknown: 1 } }, 'inside'],
  [{ type: 'tags-edited', ...list }, 'inside'],
  [{ type: 'assets-edited', ...list }, 'inside outside'],
  [{ type: 'entities-edited', ...list }, 'inside outside'],
  [{ type: 'notify-requester-set', to: false }, 'inside'],
  [{ type: 'organisation-access-set', to: false }, 'inside outside'],
  [{ type: 'person-added', ...copied }, 'inside outside'],
  [{ type: 'person-removed', ...copied }, 'inside outside'],
  [{ type: 'person-added', ...watcher }, ''],
  [{ type: 'person-removed', ...watcher }, ''],
  [{ type: 'rated', stars: 5, comment: null }, 'inside outside'],
  [{ type: 'noted', messageId: '1' }, ''],
  [{ type: 'private-message-added', messageId: '1', recipients: [] }, ''],
  [
    {
      type: 'message-redacted',
      messageId: '1',
      kind: 'reply',
      files: 0,
      text: true,
    },
    '',
  ],
  [{ type: 'routed', team: null, rule: 'triage', reason: 'None' }, ''],
  [{ type: 'sla-warned', ...deadline } as EventDetail, ''],
  [{ type: 'sla-breached', ...deadline } as EventDetail, ''],
  [{ type: 'linked', link: 'relates', outward: true, ...other }, ''],
  [{ type: 'unlinked', link: 'relates', outward: true, ...other }, ''],
];

function moved(details: readonly EventDetail[], category = 'form'): string {
  const trace = traceOfAll(rules, category, details);
  return (['inside', 'outside'] as const).filter(name => trace[name]).join(' ');
}

describe('what an event moves', () => {
  it('is said of every event there is', () => {
    const types = eventDetailSchema.options.map(
      ({ shape }) => shape.type.value,
    );
    expect([...new Set(table.map(([{ type }]) => type))].sort()).toEqual(
      [...types].sort(),
    );
  });

  it.each(table)('of %j is: %s', (detail, moves) => {
    expect(moved([detail])).toBe(moves);
  });

  it('is nothing outside that it is not for agents as well', () => {
    for (const [detail] of table) {
      const { inside, outside } = traceOf(rules, 'form', detail);
      expect(outside && !inside).toBe(false);
    }
  });

  it('is of several events what any of them moves', () => {
    const [note, tag, status] = [
      { type: 'noted', messageId: '1' } as const,
      { type: 'tags-edited', ...list } as const,
      toStatus('waiting-internal'),
    ];
    expect(moved([])).toBe('');
    expect(moved([note, tag])).toBe('inside');
    expect(moved([tag, status])).toBe('inside');
    expect(moved([tag, toStatus('solved')])).toBe('inside outside');
  });

  it('follows the category that the ticket has by then', () => {
    const fields: EventDetail = {
      type: 'fields-edited',
      from: {},
      to: { shown: 1 },
    };
    const toCategory = (to: string | null): EventDetail => ({
      type: 'edited',
      field: 'category',
      from: null,
      to,
    });
    const seenOutside = (details: EventDetail[], category: string) =>
      details.map((_, index) =>
        traceOfAll(rules, category, details.slice(0, index + 1)),
      );
    expect(moved([fields], 'other')).toBe('inside');
    expect(
      seenOutside([fields, toCategory('form')], 'other').map(
        ({ outside }) => outside,
      ),
    ).toEqual([false, true]);
  });
});
