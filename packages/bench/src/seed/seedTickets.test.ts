import { createHash } from 'node:crypto';
import {
  DESK_ACTOR,
  listTicketsQuerySchema,
  messagePageSchema,
  ticketEventPageSchema,
  ticketSchema,
} from '@portaldesk/plugin-tickets-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  runScheduledWork,
  replay,
  evaluateSla,
  testDatabases,
  testDesk,
  traceOf,
} from './__testUtils__/desk';
import { seedTickets } from './seedTickets';
import { seedOrganisation } from './organisation';
import { seedConfig } from './seedConfig';
import { seedEntities } from './seedEntities';
import { postgresSink } from './postgresSink';
import { sqliteSink } from './sqliteSink';
import { markers } from './Words';

jest.setTimeout(120_000);

const databases = testDatabases();
const organisation = seedOrganisation();
const [admin] = organisation.admins;
const [requester] = organisation.requesters;

const options = {
  tickets: 1000,
  messages: 4,
  seed: 3,
  batch: 700,
  end: new Date('2026-06-01T00:00:00.000Z'),
};

function caller(ref: string, ...groups: string[]) {
  return {
    ref,
    belongsTo: new Set([ref, ...groups]),
    credentials: mockCredentials.user(ref),
  };
}

describe.each(databases.ids)('seeded tickets on %s', id => {
  let knex: Knex;
  let testing: Awaited<ReturnType<typeof testDesk>>;

  beforeAll(async () => {
    knex = await databases.init(id);
    testing = await testDesk(knex, {
      tickets: seedConfig(organisation),
      entities: seedEntities(organisation),
    });
    testing.clock.set(options.end);
    const sink =
      id === 'SQLITE_3' ? sqliteSink(knex) : await postgresSink(knex);
    await seedTickets(sink, options);
  });

  const count = async (table: string) => {
    const row = await knex(table).count({ count: '*' }).first();
    return Number(row?.count);
  };

  const asAdmin = () => caller(admin, 'group:default/desk-admins');

  it('are as many as asked for, with their messages, and few are open', async () => {
    expect(await count('tickets')).toBe(1000);
    expect(await count('ticket_messages')).toBe(4000);
    const open = await knex('tickets').whereNull('ended_at');
    expect(open.length).toBeGreaterThan(20);
    expect(open.length).toBeLessThan(80);
  });

  it('read like filed ones, and are what their history says', async () => {
    const { desk, context } = testing;
    const ids: string[] = await knex('tickets').pluck('id');
    const tickets = await context.store.tickets.findByIds(ids);
    for (const ticket of tickets) {
      const events = (
        await context.store.events.list(ticket.id, { limit: 1000 })
      ).reverse();
      expect(ticket).toMatchObject({ ...replay(context, events) });
      expect(ticket.deadlines).toEqual(
        evaluateSla(context.config.sla, ticket, events, options.end).deadlines,
      );
      const traces = events.filter(
        ({ detail }) => traceOf(context.config, null, detail).inside,
      );
      expect([...new Set(traces.map(event => event.version))]).toEqual(
        Array.from({ length: ticket.version }, (_, index) => index + 1),
      );
    }
    for (const ticket of tickets.slice(0, 50)) {
      ticketSchema.parse(await desk.getTicket(asAdmin(), ticket.number));
      const page = { limit: 100 };
      const said = await desk.listMessages(asAdmin(), ticket.id, page);
      const happened = await desk.listEvents(asAdmin(), ticket.id, page);
      messagePageSchema.parse(said);
      ticketEventPageSchema.parse(happened);
      const mentioned = happened.items.flatMap(({ detail }) =>
        detail.type === 'replied' || detail.type === 'noted'
          ? [detail.messageId]
          : [],
      );
      const written = said.items.filter(({ kind }) => kind !== 'private');
      expect(mentioned).toEqual(
        written.map(message => message.id).slice(0, mentioned.length),
      );
    }
  });

  it('leave the desk nothing to catch up with', async () => {
    const before = await count('ticket_events');
    expect(await knex('ticket_events').where('actor', DESK_ACTOR)).not.toEqual(
      [],
    );
    await runScheduledWork(testing.context);
    expect(await count('ticket_events')).toBe(before);
  });

  it('have files that can be downloaded', async () => {
    const { id: file } = await knex('ticket_files').first();
    const { attachment, content } = await testing.desk.downloadFile(
      asAdmin(),
      file,
    );
    const bytes = Buffer.concat(await content.toArray());
    expect(attachment).toMatchObject({
      name: 'service.log',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  });

  it('hold each marker in one of a thousand tickets', async () => {
    for (const marker of markers) {
      const pattern = `%${marker}%`;
      const inSubject = await knex('tickets')
        .whereRaw('lower(subject) like ?', [pattern])
        .pluck('id');
      const inMessage = await knex('ticket_messages')
        .whereRaw('lower(body) like ?', [pattern])
        .pluck('ticket_id');
      const having = [...inSubject, ...inMessage];
      expect(having).toHaveLength(1);
      const { items } = await testing.desk.listTickets(
        asAdmin(),
        listTicketsQuerySchema.parse({ text: marker }),
      );
      expect(items.map(ticket => ticket.id)).toEqual(having);
    }
  });

  it('fill every table that people fill who file and handle tickets', async () => {
    const { desk } = testing;
    const before = await filledTables(knex);
    const agent = asAdmin();
    const filing = caller(requester.ref, requester.group);
    const { id: ticket, number } = await desk.fileTicket(filing, {
      subject: 'One more',
      message: 'Hello',
      category: 'incident',
      fields: { environment: 'test', users: 3 },
      assets: [organisation.components[0].ref],
      cc: [organisation.requesters[1].ref],
    });
    const thisYear = await knex('tickets').whereLike('number', 'T2026-%');
    expect(number).toBe(`T2026-${String(thisYear.length).padStart(6, '0')}`);
    await desk.markRead(agent, ticket);
    await desk.editTicket(agent, { ticket }, { tags: ['known'] });
    await desk.addMessage(agent, { ticket }, { kind: 'reply', body: 'Yes' });
    await desk.solveTicket(agent, { ticket }, {});
    expect(await filledTables(knex)).toEqual(before);
  });
});

async function filledTables(knex: Knex): Promise<string[]> {
  const filled: string[] = [];
  for (const table of await deskTables(knex)) {
    if (await knex(table).first()) {
      filled.push(table);
    }
  }
  return filled;
}

async function deskTables(knex: Knex): Promise<string[]> {
  const isPostgres = knex.client.config.client === 'pg';
  const names: string[] = isPostgres
    ? await knex('pg_tables').where('schemaname', 'public').pluck('tablename')
    : await knex('sqlite_master').where('type', 'table').pluck('name');
  return names.filter(name => name.startsWith('ticket')).sort();
}

it('seeds the same tickets again with the same seed', async () => {
  const rowsOf = async (seed: number) => {
    const rows: object[] = [];
    await seedTickets(
      {
        write: async (_table, some) => {
          rows.push(...some);
        },
        finish: async () => {},
      },
      { ...options, tickets: 20, seed },
    );
    return rows;
  };
  expect(await rowsOf(1)).toEqual(await rowsOf(1));
  expect(await rowsOf(1)).not.toEqual(await rowsOf(2));
});
