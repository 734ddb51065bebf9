import type { Ticket, TicketsClient } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../__testUtils__/databases';
import { deskConfig } from '../__testUtils__/organisation';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';

jest.setTimeout(60_000);

const databases = testDatabases();
const asset = 'component:default/ledger';

const tickets = {
  ...deskConfig,
  categories: [
    {
      id: 'incident',
      title: 'Incident',
      form: {
        schema: {
          type: 'object',
          properties: { region: { type: 'string' }, cause: { type: 'string' } },
        },
        hidden: ['cause'],
      },
    },
  ],
  slaPolicies: [
    { id: 'gold', title: 'Gold', targets: { high: { response: 'PT4H' } } },
  ],
};

type Work = (agent: TicketsClient, ticket: Ticket) => Promise<unknown>;

/** What agents do among themselves. */
const hidden: [what: string, work: Work][] = [
  ['tags', (agent, { id }) => agent.editTicket(id, { tags: ['vpn'] })],
  [
    'muting the requester',
    (agent, { id }) => agent.editTicket(id, { notifyRequester: false }),
  ],
  [
    'an SLA policy',
    (agent, { id }) => agent.editTicket(id, { slaPolicy: 'gold' }),
  ],
  [
    'a field that the form hides',
    (agent, { id }) => agent.editTicket(id, { fields: { cause: 'a flood' } }),
  ],
  [
    'a status that shows the same in the portal',
    (agent, { id }) => agent.changeStatus(id, { status: 'waiting-internal' }),
  ],
  [
    'a note',
    (agent, { id }) => agent.addMessage(id, { kind: 'note', body: 'Odd' }),
  ],
  [
    'a private message among agents',
    (agent, { id }) =>
      agent.addMessage(id, {
        kind: 'private',
        body: 'Odd',
        recipients: [userRef('second-agent')],
      }),
  ],
  [
    'a watcher',
    (agent, { id }) =>
      agent.addPerson(id, { ref: userRef('second-agent'), role: 'watcher' }),
  ],
  [
    'a work order',
    (agent, { id }) =>
      agent.createWorkOrder(id, { team: 'group:default/other-support' }),
  ],
  [
    'a link to a ticket that is for agents',
    async (agent, { id }) => {
      const internal = await agent.fileTicket({
        subject: 'Internal',
        assets: [asset],
        visibility: 'internal',
      });
      return agent.linkTickets(id, { type: 'relates', ticket: internal.id });
    },
  ],
];

/** What the requester sees as well. */
const shown: [what: string, type: string, work: Work][] = [
  [
    'a priority',
    'edited',
    (agent, { id }) => agent.editTicket(id, { priority: 'low' }),
  ],
  [
    'a field of the form',
    'fields-edited',
    (agent, { id }) => agent.editTicket(id, { fields: { region: 'eu' } }),
  ],
  [
    'a reply',
    'replied',
    (agent, { id }) => agent.addMessage(id, { kind: 'reply', body: 'Hello' }),
  ],
  [
    'a status that shows in the portal',
    'portal-status-changed',
    (agent, { id }) => agent.changeStatus(id, { status: 'waiting-requester' }),
  ],
];

describe.each(databases.ids)('the requester, on %s,', id => {
  let desk: Awaited<ReturnType<typeof startTestDesk>>;

  beforeAll(async () => {
    desk = await startTestDesk({ knex: await databases.init(id), tickets });
  });

  afterAll(() => desk.stop());

  async function file(): Promise<Ticket> {
    const ticket = await desk.as('requester').fileTicket({
      subject: 'The ledger is slow',
      category: 'incident',
      fields: { region: 'us' },
      assets: [asset],
    });
    await desk.as('agent').changeStatus(ticket.id, { status: 'in-progress' });
    return desk.as('requester').markRead(ticket.id);
  }

  /** Everything that the requester gets to see of their tickets. */
  async function everythingSeen({ id: ticket }: Ticket) {
    const requester = desk.as('requester');
    const one = await desk.http('requester').get(`/tickets/${ticket}`);
    // what one may do depends on the state of the work
    const { allowedActions: _allowedActions, ...facts } = one.body;
    const list = await requester.listTickets({ limit: 100 });
    return {
      facts,
      etag: one.headers.etag,
      list: list.items.map(({ number, version, updatedAt, unread }) => ({
        number,
        version,
        updatedAt,
        unread,
      })),
      unread: await requester.countTickets({ unread: true }),
      changed: await requester.countTickets({ updatedFrom: facts.updatedAt }),
      found: (await requester.searchTickets({ text: 'ledger' })).items.map(
        ({ ticket: { number } }) => number,
      ),
      foundByField: (await requester.searchTickets({ text: 'us' })).items.map(
        ({ ticket: { number } }) => number,
      ),
      messages: await requester.listMessages(ticket),
      events: await requester.listEvents(ticket, { limit: 100 }),
      stages: await requester.listStatusHistory(ticket),
      links: await requester.listLinks(ticket),
    };
  }

  it.each(hidden)('notices nothing of %s', async (_what, work) => {
    const ticket = await file();
    await file();
    const before = await everythingSeen(ticket);

    await work(desk.as('agent'), ticket);
    expect(await everythingSeen(ticket)).toEqual(before);

    const edited = await desk
      .http('requester')
      .post(`/tickets/${ticket.id}/close`)
      .set('If-Match', before.etag)
      .send({});
    expect(edited.status).toBe(200);
  });

  it.each(shown)(
    'finds one version more after %s, whatever came before, and is told what changed',
    async (_what, type, work) => {
      const ticket = await file();
      for (const [, hide] of hidden.slice(0, 4)) {
        await hide(desk.as('agent'), ticket);
      }
      await work(desk.as('agent'), ticket);

      const seen = await desk.as('requester').getTicket(ticket.id);
      expect(seen.version).toBe(ticket.version + 1);
      const unread = await desk.as('requester').listTickets({ unread: true });
      expect(unread.items.map(item => item.id)).toContain(ticket.id);

      const stale = await desk
        .http('requester')
        .post(`/tickets/${ticket.id}/close`)
        .set('If-Match', `"${ticket.version}"`)
        .send({});
      expect([stale.status, stale.body.error.version]).toEqual([
        412,
        seen.version,
      ]);
      expect(
        stale.body.error.changes.map(
          (change: { detail: { type: string } }) => change.detail.type,
        ),
      ).toEqual([type]);
      expect(stale.body.error.changes[0].version).toBe(seen.version);
    },
  );

  it.each(hidden.slice(0, 5))(
    'is not in the way of agents, who find a version of their own after %s',
    async (_what, work) => {
      const ticket = await file();
      const agent = desk.as('agent');
      const second = desk.as('second-agent');
      const before = await second.markRead(ticket.id);
      await work(agent, ticket);

      expect((await second.getTicket(ticket.id)).version).toBe(
        before.version + 1,
      );
      await expect(
        second.editTicket(
          ticket.id,
          { priority: 'low' },
          { version: before.version },
        ),
      ).rejects.toThrow('412');
      const unread = async (client: TicketsClient) =>
        (await client.listTickets({ unread: true })).items.map(item => item.id);
      expect(await unread(second)).toContain(ticket.id);
      expect(await unread(agent)).not.toContain(ticket.id);
    },
  );
});
