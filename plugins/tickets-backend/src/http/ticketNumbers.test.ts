import type { Ticket } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { deskConfig } from '../__testUtils__/organisation';
import { startTestDesk } from '../__testUtils__/startTestDesk';
import { statementsOf } from '../__testUtils__/statements';
import { inAllLights } from '../__testUtils__/inAllLights';

jest.setTimeout(120_000);

const databases = testDatabases();

const tickets = {
  ...deskConfig,
  numbering: { mask: 'T2026-{00000}' },
  categories: [
    { id: 'incident', title: 'Incident', numbering: { mask: 'INC{0000000}' } },
    { id: 'order', title: 'Order', numbering: { mask: '{000}-2026' } },
    {
      id: 'secret',
      title: 'Secret',
      visibility: 'internal',
      agentsOnly: true,
    },
  ],
};

describe.each(databases.ids)('numbers of tickets on %s', id => {
  let knex: Knex;
  let desk: Awaited<ReturnType<typeof startTestDesk>>;
  let plain: Ticket;
  let incident: Ticket;
  let order: Ticket;

  beforeAll(async () => {
    knex = await databases.init(id);
    desk = await startTestDesk({ knex, tickets });
    for (const scope of ['T2026-{0}', 'INC{0}', '{0}-2026']) {
      await knex('ticket_counters').insert({ scope, value: 231 });
    }
    const file = (category?: string) =>
      desk.as('requester').fileTicket({ subject: 'Help', category });
    plain = await file();
    incident = await file('incident');
    order = await file('order');
    await desk.as('requester').fileTicket({
      subject: 'Follows T2026-00232',
      message: 'see [T2026-00232]',
    });
  });
  afterAll(() => desk.stop());

  const numbers = (items: readonly Pick<Ticket, 'number'>[]) =>
    items.map(({ number }) => number);

  it('are made by the mask of each category', () => {
    expect(numbers([plain, incident, order])).toEqual([
      ...['T2026-00232', 'INC0000232', '232-2026'],
    ]);
  });

  it.each([
    ['T2026-00232', 'T2026-00232'],
    ['t2026-00232', 'T2026-00232'],
    ['T2026-232', 'T2026-00232'],
    ['inc232', 'INC0000232'],
    ['Inc0000232', 'INC0000232'],
  ])('lead from %s to %s', async (key, number) => {
    const admin = desk.as('admin');
    expect((await admin.getTicket(key)).number).toBe(number);
    await admin.markRead(key);
    const edited = await admin.editTicket(key, { priority: 'high' });
    expect(edited.number).toBe(number);
  });

  it.each(['232', 't13', 'T2026', 'INC232x', 't'.repeat(255)])(
    'lead nowhere from %s',
    async key => {
      const { status } = await desk.http('admin').get(`/tickets/${key}`);
      expect(status).toBe(404);
    },
  );

  it('are read by the counter alone, where it means one ticket that one may read', async () => {
    for (const key of ['233', '0233']) {
      expect((await desk.as('requester').getTicket(key)).number).toBe(
        'T2026-00233',
      );
      const { messages } = await desk
        .as('requester')
        .getTicket(key, { include: 'messages' });
      expect(messages?.items).toHaveLength(1);
    }
    const statusOf = async (name: string, key: string) =>
      (await desk.http(name).get(`/tickets/${key}`)).status;
    expect(await statusOf('outsider', '233')).toBe(404);
    expect(await statusOf('requester', '9999')).toBe(404);
    expect(await statusOf('requester', '9'.repeat(255))).toBe(404);
    // what is changed is named in full: next year there is another 233
    const { status } = await desk
      .http('requester')
      .patch('/tickets/233')
      .send({ subject: 'Other' });
    expect(status).toBe(404);

    const hidden = await desk
      .as('agent')
      .fileTicket({ subject: 'Inside', category: 'secret' });
    const ofHidden = await knex('tickets').where({ id: hidden.id }).first();
    await knex('tickets')
      .where({ id: hidden.id })
      .update({ number_count: 233 });
    expect((await desk.as('requester').getTicket('233')).number).toBe(
      'T2026-00233',
    );
    expect(await statusOf('admin', '233')).toBe(404);
    await knex('tickets')
      .where({ id: hidden.id })
      .update({ number_count: ofHidden.number_count });
  });

  it('lead nowhere from what would mean two tickets, unless it is just the number of one', async () => {
    await knex('tickets')
      .where({ id: plain.id })
      .select('*')
      .then(([row]) =>
        knex('tickets').insert({
          ...row,
          id: '00000000-0000-4000-8000-000000000001',
          number: 't2026-0232',
        }),
      );
    const admin = desk.as('admin');
    expect((await admin.getTicket('T2026-00232')).id).toBe(plain.id);
    expect((await admin.getTicket('t2026-0232')).id).not.toBe(plain.id);
    const { status } = await desk.http('admin').get('/tickets/T2026-232');
    expect(status).toBe(404);
    await knex('tickets').where({ number: 't2026-0232' }).delete();
  });

  it.each([
    ['T2026-00232', ['T2026-00232', 'T2026-00233']],
    ['t2026-00232', ['T2026-00232', 'T2026-00233']],
    ['t2026-232', ['T2026-00232']],
    ['[T2026-00232]', ['T2026-00232', 'T2026-00233']],
    ['ticket T2026-00232', ['T2026-00232']],
    ['Ticket-Nr. 232', ['232-2026', 'INC0000232', 'T2026-00232']],
    ['#232', ['232-2026', 'INC0000232', 'T2026-00232']],
    ['0232', ['232-2026', 'INC0000232', 'T2026-00232']],
    ['232-2026', ['232-2026']],
    ['inc232', ['INC0000232']],
  ])('are found as %j', async (text, found) => {
    const admin = desk.as('admin');
    const { items } = await admin.searchTickets({ text });
    expect(numbers(items.map(({ ticket }) => ticket))).toEqual(found);
    expect(items[0].highlights[0]).toEqual({
      where: 'number',
      parts: [{ text: found[0], hit: true }],
    });

    const listed = await admin.listTickets({ text });
    expect(numbers(listed.items).sort()).toEqual([...found].sort());
    expect(listed.total).toBe(found.length);
    const counts = await admin.countTickets({ text });
    expect(inAllLights(counts)).toBe(found.length);
  });

  it('are found page by page, each ticket once', async () => {
    const admin = desk.as('admin');
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await admin.searchTickets({ text: '232', limit: 2, cursor });
      expect(page.items.length).toBeLessThanOrEqual(2);
      found.push(...numbers(page.items.map(({ ticket }) => ticket)));
      cursor = page.nextCursor;
    } while (cursor);
    expect(found).toEqual(['232-2026', 'INC0000232', 'T2026-00232']);
  });

  it('lead nobody to what they may not read', async () => {
    const secret = await desk
      .as('agent')
      .fileTicket({ subject: 'Inside', category: 'secret' });
    for (const [name, seen] of [
      ['admin', [secret.number]],
      ['outsider', []],
      ['requester', []],
    ] as const) {
      const { items } = await desk
        .as(name)
        .searchTickets({ text: `#${secret.number}` });
      expect(numbers(items.map(({ ticket }) => ticket))).toEqual(seen);
      const listed = await desk
        .as(name)
        .listTickets({ text: secret.number.toLowerCase() });
      expect(numbers(listed.items)).toEqual(seen);
      expect(listed.total).toBe(seen.length);
    }
    const { status } = await desk
      .http('outsider')
      .get(`/tickets/${secret.number.toLowerCase()}`);
    expect(status).toBe(404);
  });

  it('of a ticket that was merged lead to the one that it went into', async () => {
    const [from, into] = [
      await desk.as('requester').fileTicket({ subject: 'Once' }),
      await desk.as('requester').fileTicket({ subject: 'More' }),
    ];
    const admin = desk.as('admin');
    await admin.mergeTicket(from.id, { into: into.id });
    for (const text of [from.number.toLowerCase(), `#${from.number}`]) {
      const { items } = await admin.searchTickets({ text });
      expect(numbers(items.map(({ ticket }) => ticket))).toEqual([into.number]);
      const listed = await admin.listTickets({ text });
      expect(numbers(listed.items)).toEqual([into.number]);
      const hidden = await desk.as('outsider').searchTickets({ text });
      expect(hidden.items).toEqual([]);
    }
    await admin.deleteTicket(into.id);
  });

  it('of a ticket that was merged again and again lead to the last one', async () => {
    const file = (subject: string) =>
      desk.as('requester').fileTicket({ subject });
    const chain = [
      await file('First'),
      await file('Second'),
      await file('Third'),
      await file('Fourth'),
    ];
    const admin = desk.as('admin');
    for (const [index, from] of chain.slice(0, -1).entries()) {
      await admin.mergeTicket(from.id, { into: chain[index + 1].id });
    }
    const last = chain[3];
    for (const { number } of chain) {
      const count = number.match(/[1-9][0-9]*$/)?.[0] ?? '';
      for (const text of [number, number.toLowerCase(), count]) {
        const { items } = await admin.searchTickets({ text });
        expect(numbers(items.map(({ ticket }) => ticket))).toContain(
          last.number,
        );
        const listed = await admin.listTickets({ text });
        expect(numbers(listed.items)).toContain(last.number);
        const hidden = await desk.as('outsider').searchTickets({ text });
        expect(hidden.items).toEqual([]);
      }
    }
    await admin.deleteTicket(last.id);
  });

  it('heed the other filters', async () => {
    const { items } = await desk
      .as('admin')
      .searchTickets({ text: '232', category: ['incident'] });
    expect(numbers(items.map(({ ticket }) => ticket))).toEqual(['INC0000232']);
  });

  it('are looked up by one statement, and nothing is searched where they fill the page', async () => {
    const statements = async (text: string) =>
      (
        await statementsOf(knex, () =>
          desk.as('admin').searchTickets({ text, limit: 1 }),
        )
      ).outside
        // and not what people are notified of meanwhile
        .filter(sql => /tickets.\..subject|ticket_texts/.test(sql)).length;
    expect(await statements('232')).toBe(1);
    expect(await statements('help')).toBe(1);
  });
});
