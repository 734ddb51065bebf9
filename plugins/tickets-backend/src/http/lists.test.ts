import type {
  ListTicketsQuery,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

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
  let tickets: Ticket[];

  beforeAll(async () => {
    desk = await startTestDesk({ knex: await databases.init(id) });
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
      expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(
        expected.length,
      );
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
