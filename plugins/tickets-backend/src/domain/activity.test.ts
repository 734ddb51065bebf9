import {
  DESK_ACTOR,
  type EventDetail,
  eventDetailSchema,
} from '@portaldesk/plugin-tickets-common';
import { isActivity } from './activity';

const AGENT = 'user:default/agent';

function toStatus(
  cause: Extract<EventDetail, { type: 'status-changed' }>['cause'],
): EventDetail {
  return { type: 'status-changed', from: 'postponed', to: 'open', cause };
}

function edited(
  field: Extract<EventDetail, { type: 'edited' }>['field'],
): EventDetail {
  return { type: 'edited', field, from: null, to: 'other' };
}

const other = { ticket: 'id-2', number: 'T2' };
const deadline = { deadline: 'response', dueAt: '2026-05-05T08:00:00Z' };
const person = { ref: 'user:default/a', role: 'cc' } as const;
const list = { from: [], to: ['a'] };

/** Who keeps a ticket from being idle by each event. */
const table: [detail: EventDetail, by: 'anybody' | 'people' | 'nobody'][] = [
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
    'anybody',
  ],
  [{ type: 'replied', messageId: '1' }, 'people'],
  [{ type: 'assigned', from: null, to: 'user:x/a' }, 'people'],
  [{ type: 'assigned', from: 'user:x/a', to: null }, 'people'],
  [{ type: 'moved', from: null, to: 'group:x/a' }, 'people'],
  [toStatus('person'), 'people'],
  [toStatus('assignment'), 'people'],
  [toStatus('auto-close'), 'people'],
  // its time begins when it is work again
  [toStatus('return'), 'anybody'],
  [
    { type: 'portal-status-changed', from: 'in-progress', to: 'closed' },
    'people',
  ],
  [{ type: 'postponed', until: null }, 'people'],
  [{ type: 'unarchived' }, 'people'],
  [{ type: 'merged-into', ...other }, 'people'],
  [{ type: 'merged-from', ...other }, 'people'],
  [{ type: 'archived' }, 'nobody'],
  [edited('subject'), 'nobody'],
  [edited('priority'), 'nobody'],
  [edited('slaPolicy'), 'nobody'],
  [{ type: 'fields-edited', from: {}, to: { shown: 1 } }, 'nobody'],
  [{ type: 'tags-edited', ...list }, 'nobody'],
  [{ type: 'assets-edited', ...list }, 'nobody'],
  [{ type: 'entities-edited', ...list }, 'nobody'],
  [{ type: 'notify-requester-set', to: false }, 'nobody'],
  [{ type: 'organisation-access-set', to: false }, 'nobody'],
  [{ type: 'person-added', ...person }, 'nobody'],
  [{ type: 'person-removed', ...person }, 'nobody'],
  [{ type: 'rated', stars: 5, comment: null }, 'nobody'],
  [{ type: 'noted', messageId: '1' }, 'nobody'],
  [{ type: 'private-message-added', messageId: '1', recipients: [] }, 'nobody'],
  [
    {
      type: 'message-redacted',
      messageId: '1',
      kind: 'reply',
      files: 0,
      text: true,
    },
    'nobody',
  ],
  [{ type: 'routed', team: null, rule: 'triage', reason: 'None' }, 'nobody'],
  [{ type: 'sla-warned', ...deadline } as EventDetail, 'nobody'],
  [{ type: 'sla-breached', ...deadline } as EventDetail, 'nobody'],
  [{ type: 'linked', link: 'relates', outward: true, ...other }, 'nobody'],
  [{ type: 'unlinked', link: 'relates', outward: true, ...other }, 'nobody'],
];

describe('what keeps a ticket from being idle', () => {
  it('is said of every event there is', () => {
    const types = eventDetailSchema.options.map(
      ({ shape }) => shape.type.value,
    );
    expect([...new Set(table.map(([{ type }]) => type))].sort()).toEqual(
      [...types].sort(),
    );
  });

  it.each(table)('is %j, done by %s', (detail, by) => {
    expect({
      people: isActivity({ actor: AGENT, detail }),
      desk: isActivity({ actor: DESK_ACTOR, detail }),
    }).toEqual({ people: by !== 'nobody', desk: by === 'anybody' });
  });
});
