import {
  messagePageSchema,
  ticketEventPageSchema,
  ticketSchema,
} from '@portaldesk/plugin-tickets-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { slaOutlook } from '../../domain/sla/outlook';
import { leavesTrace } from '../../domain/ticketState';
import { testDatabases } from '../databases';
import { replay } from '../replay';
import { testDesk } from '../testDesk';
import { layTickets } from './layTickets';
import { bulkConfig, bulkEntities, bulkOrganisation } from './organisation';
import { postgresSink } from './postgresSink';
import { sqliteSink } from './sqliteSink';
import { markers } from './Words';

jest.setTimeout(120_000);

const databases = testDatabases();
const organisation = bulkOrganisation();
const [admin] = organisation.admins;
const [requester] = organisation.requesters;

const options = {
  tickets: 1000,
  messages: 4,
  seed: 3,
  end: new Date('2026-06-01T00:00:00.000Z'),
};

function caller(ref: string, ...groups: string[]) {
  return {
    ref,
    belongsTo: new Set([ref, ...groups]),
    credentials: mockCredentials.user(ref),
  };
}

describe.each(databases.ids)('tickets laid in bulk on %s', id => {
  let knex: Knex;
  let testing: Awaited<ReturnType<typeof testDesk>>;

  beforeAll(async () => {
    knex = await databases.init(id);
    testing = await testDesk(knex, {
      tickets: bulkConfig(organisation),
      entities: bulkEntities(organisation),
    });
    testing.clock.set(options.end);
    const sink =
      id === 'SQLITE_3' ? sqliteSink(knex) : await postgresSink(knex);
    await layTickets(sink, options);
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
    const tickets = await context.store.findTickets(ids);
    for (const ticket of tickets) {
      const events = (
        await context.store.listEvents(ticket.id, { limit: 1000 })
      ).reverse();
      expect(ticket).toMatchObject({ ...replay(context, events) });
      expect(ticket.deadlines).toEqual(
        slaOutlook(context.config.sla, ticket, events, options.end).deadlines,
      );
      const traces = events.filter(({ detail }) => leavesTrace(detail));
      expect([...new Set(traces.map(event => event.version))]).toEqual(
        Array.from({ length: ticket.version }, (_, index) => index + 1),
      );
    }
    for (const ticket of tickets.slice(0, 50)) {
      ticketSchema.parse(await desk.get(asAdmin(), ticket.number));
      const page = { limit: 100 };
      const said = await desk.messages(asAdmin(), ticket.id, page);
      const happened = await desk.events(asAdmin(), ticket.id, page);
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

  it('hold each marker in one of a thousand tickets', async () => {
    for (const marker of markers) {
      const pattern = `%${marker}%`;
      const inSubject = await knex('tickets')
        .whereRaw('lower(subject) like ?', [pattern])
        .pluck('id');
      const inMessage = await knex('ticket_messages')
        .whereRaw('lower(body) like ?', [pattern])
        .pluck('ticket_id');
      expect(inSubject.length + inMessage.length).toBe(1);
    }
  });

  it('are followed by tickets that people file, which fill no other table', async () => {
    const { desk } = testing;
    const tables = [
      'tickets',
      'ticket_assets',
      'ticket_counters',
      'ticket_events',
      'ticket_messages',
      'ticket_message_recipients',
      'ticket_people',
      'ticket_tags',
    ];
    const filled = async () => {
      const names: string[] = [];
      for (const name of await deskTables(knex)) {
        if ((await count(name)) > 0) {
          names.push(name);
        }
      }
      return names;
    };
    expect(await filled()).toEqual(tables.sort());
    const { number } = await desk.file(caller(requester.ref, requester.group), {
      subject: 'One more',
      message: 'Hello',
      assets: [organisation.components[0].ref],
    });
    const thisYear = await knex('tickets').whereLike('number', 'T2026-%');
    expect(number).toBe(`T2026-${String(thisYear.length).padStart(6, '0')}`);
    expect(await filled()).toEqual(tables);
  });
});

async function deskTables(knex: Knex): Promise<string[]> {
  const isPostgres = knex.client.config.client === 'pg';
  const names: string[] = isPostgres
    ? await knex('pg_tables').where('schemaname', 'public').pluck('tablename')
    : await knex('sqlite_master').where('type', 'table').pluck('name');
  return names.filter(name => name.startsWith('ticket')).sort();
}

it('lays the same tickets again with the same seed', async () => {
  const rowsOf = async (seed: number) => {
    const rows: object[] = [];
    await layTickets(
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
