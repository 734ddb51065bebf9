import {
  DESK_ACTOR,
  type EventDetail,
  type TicketEvent,
  eventDetailSchema,
} from '@portaldesk/plugin-tickets-common';
import { screen, within } from '@testing-library/react';
import { renderScreens } from '../../__testUtils__/renderScreens';
import { AGENT, agentDesk, stubDesk } from '../../__testUtils__/stubDesk';

const other = { ticket: 'id-2', number: 'T2026-00002' };

/** Each with what a reader has to find in the history. */
const sentences: [EventDetail, string][] = [
  [
    { type: 'private-message-added', messageId: '1', recipients: [AGENT] },
    'wrote a private message to',
  ],
  [
    { type: 'edited', field: 'visibility', from: 'public', to: 'internal' },
    'changed the visibility to Internal',
  ],
  [
    { type: 'edited', field: 'system', from: null, to: 'system:default/shop' },
    'changed the system to',
  ],
  [
    { type: 'edited', field: 'slaPolicy', from: null, to: 'gold' },
    'changed the SLA policy to gold',
  ],
  [
    { type: 'fields-edited', from: { region: null }, to: { region: 'eu' } },
    'region: "eu"',
  ],
  [{ type: 'assigned', from: null, to: 'user:default/kim' }, 'Assigned to kim'],
  [
    { type: 'assigned', from: AGENT, to: 'user:default/kim' },
    'handed over to kim',
  ],
  [{ type: 'tags-edited', from: [], to: ['vpn', 'urgent'] }, 'vpn, urgent'],
  [
    { type: 'assets-edited', from: [], to: ['component:default/x'] },
    'changed the assets',
  ],
  [
    { type: 'entities-edited', from: [], to: ['api:default/x'] },
    'changed the linked entities',
  ],
  [{ type: 'notify-requester-set', to: false }, 'side off'],
  [{ type: 'organisation-access-set', to: false }, 'took away'],
  [{ type: 'person-added', ref: AGENT, role: 'watcher' }, 'as a watcher'],
  [{ type: 'person-removed', ref: 'user:default/rosa', role: 'to' }, 'removed'],
  [{ type: 'person-removed', ref: AGENT, role: 'to' }, 'left the ticket'],
  [{ type: 'postponed', until: '2026-12-01T08:00:00.000Z' }, 'postponed it'],
  [{ type: 'postponed', until: null }, 'ended the postponement'],
  [{ type: 'archived' }, 'archived the ticket'],
  [{ type: 'unarchived' }, 'out of the archive'],
  [
    { type: 'linked', link: 'blocks', outward: true, ...other },
    'Blocks T2026-00002',
  ],
  [
    { type: 'linked', link: 'blocks', outward: false, ...other },
    'Is blocked by T2026-00002',
  ],
  [
    { type: 'unlinked', link: 'relates', outward: true, ...other },
    'removed the link to T2026-00002',
  ],
  [{ type: 'merged-into', ...other }, 'merged it into T2026-00002'],
  [{ type: 'merged-from', ...other }, 'merged T2026-00002 into this ticket'],
  [{ type: 'rated', stars: 4, comment: 'Quick!' }, 'gave 4 of 5 stars'],
  [
    {
      type: 'sla-warned',
      deadline: 'response',
      dueAt: '2026-03-02T10:00:00.000Z',
    },
    'The first reply is due by',
  ],
  [
    {
      type: 'sla-breached',
      deadline: 'inactivity',
      dueAt: '2026-03-02T10:00:00.000Z',
      notified: false,
    },
    'Nothing happened by',
  ],
  [
    { type: 'routed', team: null, rule: 'copied', reason: '' },
    'Taken from the ticket it came from',
  ],
  [
    {
      type: 'status-changed',
      from: 'open',
      to: 'closed',
      cause: 'auto-close',
    },
    'because nothing happened for long',
  ],
];

describe('the history', () => {
  it.each(sentences)('says of %j: %s', async (detail, words) => {
    expect(eventDetailSchema.parse(detail)).toEqual(detail);
    const event = {
      id: '1',
      version: 2,
      actor: AGENT,
      at: '2026-03-02T09:31:00.000Z',
      detail,
    };
    const desk = stubDesk({
      desk: agentDesk(),
      methods: { listEvents: async () => ({ items: [event] }) },
    });
    await renderScreens(desk, '/T2026-00001/history');

    const history = await screen.findByRole('list', { name: 'History' });
    expect(history).toHaveTextContent(words);
  });

  it('shows plainly an event that only a newer desk knows', async () => {
    const event = {
      id: '1',
      version: 2,
      actor: AGENT,
      at: '2026-03-02T09:31:00.000Z',
      detail: { type: 'snoozed', until: '2026-03-03T09:31:00.000Z' },
    };
    const desk = stubDesk({
      desk: agentDesk(),
      methods: {
        listEvents: async () => ({
          items: [event as unknown as TicketEvent],
        }),
      },
    });
    await renderScreens(desk, '/T2026-00001/history');

    const history = await screen.findByRole('list', { name: 'History' });
    expect(history).toHaveTextContent(/: snoozed/);
  });

  it('names the desk in words, not as a link, where it did something by itself', async () => {
    const event = {
      id: '1',
      version: 2,
      actor: DESK_ACTOR,
      at: '2026-03-02T09:31:00.000Z',
      detail: {
        type: 'status-changed' as const,
        from: 'postponed',
        to: 'open',
        cause: 'return' as const,
      },
    };
    const desk = stubDesk({
      desk: agentDesk(),
      methods: { listEvents: async () => ({ items: [event] }) },
    });
    await renderScreens(desk, '/T2026-00001/history');

    const history = await screen.findByRole('list', { name: 'History' });
    expect(history).toHaveTextContent('The desk set the status to');
    expect(history).toHaveTextContent('because its time came');
    expect(within(history).queryByRole('link')).not.toBeInTheDocument();
  });
});
