import type { SearchHit, SearchPage } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../__testUtils__/databases';
import { deskConfig } from '../__testUtils__/organisation';
import { startTestDesk } from '../__testUtils__/startTestDesk';
import { statementsOf } from '../__testUtils__/statements';

jest.setTimeout(240_000);

/** Tickets of others that have the word, in one message each. */
const OTHERS = 150;

const WORD = 'everywhere';

const databases = testDatabases();

const messagesOf = ({ highlights }: SearchHit) =>
  highlights.map(({ parts }) => parts.map(({ text }) => text).join(''));

/**
 * Others come from what the desk does by itself, or are asked once for many
 * searches.
 */
const ofTexts = (statements: readonly string[]) =>
  statements.filter(
    sql => /ticket_texts|part_0/.test(sql) && !sql.includes('pg_stats'),
  );

describe.each(databases.ids)('a word that is everywhere, on %s', id => {
  it('finds the same for whoever sees little, with as few statements as when it is rare', async () => {
    const knex = await databases.init(id);
    const desk = await startTestDesk({ knex, tickets: deskConfig });
    const own = desk.as('outsider');
    const { id: filed } = await own.fileTicket({ subject: `Own ${WORD}` });
    for (const body of [`${WORD} 1`, 'else', `${WORD} 2`]) {
      await own.addMessage(filed, { kind: 'reply', body });
    }
    for (let index = 0; index < OTHERS; index++) {
      const { id: other } = await desk
        .as('owner')
        .fileTicket({ subject: `Other ${WORD} ${index}` });
      if (index === OTHERS / 2) {
        await own.addMessage(filed, { kind: 'reply', body: `${WORD} 3` });
      }
      await desk
        .as('owner')
        .addMessage(other, { kind: 'reply', body: `${WORD} too` });
    }

    let page: SearchPage = { items: [] };
    const searching = await statementsOf(knex, async () => {
      page = await own.searchTickets({ text: WORD, limit: 1 });
    });
    expect(page.nextCursor).toBeUndefined();
    expect(page.items.map(hit => hit.ticket.id)).toEqual([filed]);
    expect(page.items.map(messagesOf)).toEqual([
      [`Own ${WORD}`, `${WORD} 3`, `${WORD} 2`, `${WORD} 1`],
    ]);
    expect(ofTexts(searching.outside).length).toBeLessThanOrEqual(3);

    const listing = await statementsOf(knex, async () => {
      const { items, total } = await own.listTickets({ text: WORD });
      expect(items.map(item => item.id)).toEqual([filed]);
      expect(total).toBe(1);
    });
    expect(ofTexts(listing.outside).length).toBeLessThanOrEqual(3);

    const comparing = await statementsOf(knex, async () => {
      const { items } = await own.similarTickets({ subject: `${WORD} ` });
      expect(items.map(item => item.id)).toEqual([filed]);
    });
    expect(ofTexts(comparing.outside).length).toBeLessThanOrEqual(4);
    await desk.stop();
  });

  it('sorts the tickets with a rare word, and reads the list for one that is everywhere', async () => {
    const onPostgres = id.startsWith('POSTGRES');
    const knex = await databases.init(id);
    const desk = await startTestDesk({ knex, tickets: deskConfig });
    const [requester, agent, own] = ['requester', 'agent', 'outsider'].map(
      desk.as,
    );
    await own.fileTicket({ subject: 'Rareword' });
    for (let index = 0; index < 2 * OTHERS; index++) {
      await requester.fileTicket({ subject: `${WORD} again ${index}` });
    }
    const workMem = async () =>
      Promise.all(
        Array.from({ length: 8 }, async () =>
          onPostgres ? (await knex.raw('show work_mem')).rows : [],
        ),
      );
    const before = await workMem();
    const statements = async (work: () => Promise<unknown>) => {
      const { inTransaction, outside } = await statementsOf(knex, work);
      const all = [...inTransaction, ...outside];
      const orders = all.flatMap(
        sql => sql.match(/order by [^,]*created_at.*? (?=asc|desc)/) ?? [],
      );
      return {
        orders: orders.map(order => order.trim()),
        room: inTransaction.filter(sql => sql.includes('work_mem')).length,
        statistics: all.filter(sql => sql.includes('pg_stats')).length,
      };
    };
    const list = (text: string, client = agent) =>
      statements(() => client.listTickets({ text, sort: 'createdAt' }));
    const sorted = onPostgres
      ? "order by tickets.created_at + interval '0'"
      : 'order by +tickets.created_at';
    const read = 'order by tickets.created_at';
    // which words are frequent is asked once for many lists
    const [first, none] = [onPostgres ? 1 : 0, { room: 0, statistics: 0 }];
    expect(await list('rareword')).toEqual({
      orders: [sorted],
      room: 0,
      statistics: first,
    });
    expect(await list(WORD)).toEqual({ orders: [read], ...none });
    expect(await list(`"${WORD} again"`)).toEqual({ orders: [read], ...none });
    // the index of PostgreSQL finds all that have both words
    const inMemory = { room: onPostgres ? 1 : 0, statistics: 0 };
    const phrase = `"again ${WORD}"`;
    expect(await list(phrase)).toEqual({ orders: [sorted], ...inMemory });
    expect(
      await statements(() => agent.countTickets({ text: phrase })),
    ).toMatchObject(inMemory);
    // who sees few tickets has these looked through
    expect(await list(phrase, own)).toMatchObject(none);
    expect(await workMem()).toEqual(before);
    await desk.stop();
  });

  it('shows of a ticket also older messages than other tickets have which are not meant', async () => {
    const desk = await startTestDesk({
      knex: await databases.init(id),
      tickets: deskConfig,
    });
    const requester = desk.as('requester');
    const admin = desk.as('admin');
    const { id: meant } = await requester.fileTicket({
      subject: 'The one that is meant',
      priority: 'high',
    });
    const { id: other } = await requester.fileTicket({ subject: 'Another' });
    const write = (ticket: string, body: string) =>
      admin.addMessage(ticket, { kind: 'reply', body });
    for (const body of [1, 2, 3].map(index => `${WORD} ${index}`)) {
      await write(meant, body);
      for (let index = 0; index < 20; index++) {
        await write(other, WORD);
      }
    }
    await write(meant, `${WORD} 4`);
    const { items } = await admin.searchTickets({
      text: WORD,
      priority: ['high'],
      limit: 1,
    });
    expect(items.map(hit => hit.ticket.id)).toEqual([meant]);
    expect(items.map(messagesOf)).toEqual([
      [`${WORD} 4`, `${WORD} 3`, `${WORD} 2`],
    ]);
    await desk.stop();
  });
});
