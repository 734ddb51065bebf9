import type {
  ListTicketsQuery,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

const SUPPORT = 'group:default/support';

type Desk = Awaited<ReturnType<typeof startTestDesk>>;

const databases = testDatabases();

/** Files tickets that differ in all that lists can filter by. */
async function fillDesk(desk: Desk): Promise<Ticket[]> {
  const assets = ['ledger', 'queue', 'website', undefined];
  const tickets: Ticket[] = [];
  for (let index = 0; index < 24; index++) {
    const asset = assets[index % assets.length];
    const filed = await desk
      .as(index % 3 === 0 ? 'colleague' : 'requester')
      .fileTicket({
        subject: `Ticket ${index}`,
        category: index % 2 === 0 ? 'incident' : undefined,
        assets: asset ? [`component:default/${asset}`] : [],
      });
    tickets.push(filed);
  }
  const admin = desk.as('admin');
  await Promise.all([
    admin.changeStatus(tickets[1].id, { status: 'waiting-requester' }),
    admin.changeStatus(tickets[5].id, {
      status: 'postponed',
      until: '2099-01-01T08:00:00Z',
    }),
    admin.changeStatus(tickets[9].id, { status: 'solved' }),
    admin.closeTicket(tickets[13].id),
    desk.as('agent').takeOver(tickets[4].id),
    admin.editTicket(tickets[2].id, { priority: 'low' }),
  ]);
  return Promise.all(tickets.map(({ id }) => admin.getTicket(id)));
}

const filters: [Partial<ListTicketsQuery>, (ticket: Ticket) => boolean][] = [
  [{}, () => true],
  [{ state: 'open' }, ticket => ticket.endedAt === null],
  [{ state: 'closed' }, ticket => ticket.endedAt !== null],
  [{ light: ['red'] }, ticket => ticket.light === 'red'],
  [
    { light: ['orange', 'grey'] },
    ticket => ['orange', 'grey'].includes(ticket.light),
  ],
  [
    { status: ['solved', 'closed'] },
    ticket => ['solved', 'closed'].includes(ticket.status ?? ''),
  ],
  [
    { status: ['solved', 'new'], light: ['green'] },
    ticket => ticket.status === 'solved',
  ],
  [
    { status: ['solved', 'new'], light: ['orange'] },
    ticket => ticket.status === 'new',
  ],
  [{ category: ['incident'] }, ticket => ticket.category === 'incident'],
  [{ priority: ['low'] }, ticket => ticket.priority === 'low'],
  [
    { requester: [userRef('colleague')] },
    ticket => ticket.requester === userRef('colleague'),
  ],
  [
    { team: ['group:default/support'] },
    ticket => ticket.team === 'group:default/support',
  ],
  [{ team: ['none'] }, ticket => ticket.team === null],
  [{ assignee: [userRef('agent')] }, ticket => ticket.assignee !== null],
  [{ assignee: ['none'] }, ticket => ticket.assignee === null],
  [
    { assignee: ['none', userRef('agent')], state: 'open' },
    ticket => ticket.endedAt === null,
  ],
  [
    { asset: ['component:default/queue'] },
    ticket =>
      ticket.assets.some(
        ({ entityRef }) => entityRef === 'component:default/queue',
      ),
  ],
];

describe.each(databases.ids)('lists of tickets on %s', id => {
  let desk: Desk;
  let filled: Promise<Knex>;
  let tickets: Ticket[];

  beforeAll(async () => {
    filled = databases.init(id);
    desk = await startTestDesk({ knex: await filled });
    tickets = await fillDesk(desk);
  });

  it.each(filters)(
    'filtered by %j hold just what matches',
    async (query, matches) => {
      const expected = tickets.filter(matches).map(({ number }) => number);
      const { items, total } = await desk
        .as('admin')
        .listTickets({ ...query, sort: 'createdAt', order: 'asc', limit: 100 });
      expect(items.map(({ number }) => number).sort()).toEqual(expected.sort());
      expect(total).toBe(expected.length);

      const { state, light, status, ...rest } = query;
      const counts = await desk
        .as('admin')
        .countTickets({ state, light, status, ...rest });
      const { orange, red, grey, green } = counts;
      expect(orange + red + grey + green).toBe(expected.length);
    },
  );

  it.each([
    ['createdAt', 'asc'],
    ['createdAt', 'desc'],
    ['updatedAt', 'asc'],
    ['updatedAt', 'desc'],
  ] as const)(
    'sorted by %s %s lead through all tickets once',
    async (sort, order) => {
      const seen: Ticket[] = [];
      let cursor: string | undefined;
      do {
        const page = await desk
          .as('admin')
          .listTickets({ sort, order, limit: 7, cursor });
        expect(page.total).toBe(cursor ? undefined : tickets.length);
        seen.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      expect(new Set(seen.map(({ id: ticketId }) => ticketId)).size).toBe(
        tickets.length,
      );
      expect(seen).toHaveLength(tickets.length);
      const times = seen.map(ticket => ticket[sort]);
      expect(times).toEqual(
        [...times].sort((a, b) =>
          order === 'asc' ? a.localeCompare(b) : b.localeCompare(a),
        ),
      );
    },
  );

  it('refuse a cursor of a list with another order', async () => {
    const { nextCursor } = await desk
      .as('admin')
      .listTickets({ limit: 1, order: 'asc' });
    await expect(
      desk.as('admin').listTickets({ cursor: nextCursor, order: 'desc' }),
    ).rejects.toMatchObject({ response: { status: 400 } });
  });

  it('refuse a cursor of a list with another sort key', async () => {
    const { nextCursor } = await desk
      .as('admin')
      .listTickets({ limit: 1, sort: 'number' });
    await expect(
      desk.as('admin').listTickets({ cursor: nextCursor, sort: 'subject' }),
    ).rejects.toMatchObject({ response: { status: 400 } });
  });

  it('count on the first page, and elsewhere on request', async () => {
    const admin = desk.as('admin');
    const first = await admin.listTickets({ limit: 1 });
    const cursor = first.nextCursor;
    const totals = [
      first,
      await admin.listTickets({ limit: 1, total: false }),
      await admin.listTickets({ limit: 1, cursor }),
      await admin.listTickets({ limit: 1, cursor, total: true }),
    ].map(({ total }) => total);
    expect(totals[0]).toBeGreaterThan(1);
    expect(totals).toEqual([totals[0], undefined, undefined, totals[0]]);
  });

  it('lead back from a page that others emptied', async () => {
    const requester = desk.as('requester');
    const filed: Ticket[] = [];
    for (const subject of ['Stays', 'Goes']) {
      filed.push(
        await requester.fileTicket({
          subject,
          assets: ['component:default/misrouted'],
        }),
      );
    }
    const query = {
      asset: ['component:default/misrouted'],
      sort: 'number',
      order: 'asc',
      limit: 1,
    } as const;
    const list = (cursor?: string) =>
      requester.listTickets({ ...query, asset: [...query.asset], cursor });
    const { nextCursor } = await list();
    await desk.as('admin').deleteTicket(filed[1].id);
    const empty = await list(nextCursor);
    expect(empty.items).toEqual([]);
    const back = await list(empty.previousCursor);
    expect(back.items.map(({ subject }) => subject)).toEqual(['Stays']);
  });

  it('count the tickets of several views at once, up to a cap', async () => {
    const open = tickets.filter(({ endedAt }) => endedAt === null);
    const { items } = await desk.as('admin').countViews({
      views: [
        { id: 'closed', filter: { state: 'closed', team: [SUPPORT] } },
        { id: 'low', filter: { priority: ['low'] } },
        { id: 'open', filter: { state: 'open' } },
      ],
      cap: 3,
    });
    const closed = tickets.filter(
      ({ endedAt, team }) => endedAt !== null && team === SUPPORT,
    );
    expect(open.length).toBeGreaterThan(3);
    expect(items).toEqual([
      { id: 'closed', count: closed.length, capped: false },
      { id: 'low', count: 1, capped: false },
      { id: 'open', count: 3, capped: true },
    ]);
  });

  it('say what others changed since one looked at it', async () => {
    const [requester, agent] = ['requester', 'agent'].map(desk.as);
    const { id: ticket } = await requester.fileTicket({
      subject: 'Unread',
      assets: ['component:default/queue'],
    });
    const unread = async (who: typeof agent) => {
      const all = await who.listTickets({ limit: 100 });
      const filtered = await who.listTickets({ limit: 100, unread: true });
      const flags = all.items.filter(({ id: each }) => each === ticket);
      const found = filtered.items.some(({ id: each }) => each === ticket);
      expect(flags.map(flag => flag.unread)).toEqual([found]);
      return found;
    };
    expect([await unread(requester), await unread(agent)]).toEqual([
      false,
      true,
    ]);
    await agent.markRead(ticket);
    expect(await unread(agent)).toBe(false);
    await agent.addMessage(ticket, { kind: 'reply', body: 'Hello' });
    expect([await unread(requester), await unread(agent)]).toEqual([
      true,
      false,
    ]);
    await requester.markRead(ticket);
    await requester.markRead(ticket);
    expect(await unread(requester)).toBe(false);
    await agent.addMessage(ticket, { kind: 'note', body: 'Only for us' });
    expect(await unread(requester)).toBe(false);
    await desk.as('admin').deleteTicket(ticket);
  });

  it('show tickets as they are, whatever the catalog still knows', async () => {
    const forgetful = await startTestDesk({ knex: await filled, entities: [] });
    for (const query of [
      {},
      { asset: ['component:default/queue'] },
      { team: [SUPPORT] },
      { requester: [userRef('colleague')] },
    ]) {
      const asked = { ...query, sort: 'number', limit: 100 } as const;
      const known = await desk.as('admin').listTickets(asked);
      expect(known.items.length).toBeGreaterThan(0);
      expect(await forgetful.as('admin').listTickets(asked)).toEqual(known);
    }
    await forgetful.stop();
  });

  it('page through a conversation from its newest message back', async () => {
    const requester = desk.as('requester');
    const ticket = await requester.fileTicket({ subject: 'Talk' });
    for (let index = 1; index <= 5; index++) {
      await requester.addMessage(ticket.id, {
        kind: 'reply',
        body: `Message ${index}`,
      });
    }
    const newest = await requester.listMessages(ticket.id, { limit: 3 });
    const older = await requester.listMessages(ticket.id, {
      limit: 3,
      cursor: newest.nextCursor,
    });
    expect([...newest.items, ...older.items].map(({ body }) => body)).toEqual(
      [5, 4, 3, 2, 1].map(index => `Message ${index}`),
    );
    expect(older.nextCursor).toBeUndefined();
  });

  it('fill pages of history with what the requester may see', async () => {
    const requester = desk.as('requester');
    const ticket = await requester.fileTicket({
      subject: 'Many notes',
      assets: ['component:default/queue'],
    });
    for (let index = 0; index < 6; index++) {
      await desk
        .as('agent')
        .addMessage(ticket.id, { kind: 'note', body: 'note' });
    }
    await requester.addMessage(ticket.id, { kind: 'reply', body: 'reply' });
    const page = await requester.listEvents(ticket.id, { limit: 2 });
    expect(page.items.map(({ detail }) => detail.type)).toEqual([
      'replied',
      'filed',
    ]);
    expect(page.nextCursor).toBeUndefined();
  });
});
