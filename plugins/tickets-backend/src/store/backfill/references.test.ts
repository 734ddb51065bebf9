import { listTicketsQuerySchema } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { lifeDesk } from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';
import { layTicketRow, ticketRow } from '../../__testUtils__/ticketRow';
import { references } from './references';
import { storedBackfills } from './storedBackfills';

jest.setTimeout(60_000);

const databases = testDatabases();
const at = new Date();

const ALICE = 'user:default/alice';
const ODD_ALICE = 'user:default/Alice';
const TEAM = 'group:default/support';
const ODD_TEAM = 'Group:default/Support';

/** What the background does, so many rows at a time. */
async function fillIn(knex: Knex, limit = 500): Promise<number> {
  const [backfill] = storedBackfills(knex, () => at, [references]);
  let done = 0;
  for (let some = 1; some > 0; done += some) {
    some = await backfill.fillBatch(limit);
  }
  expect(await backfill.pending()).toBe(0);
  return done;
}

const ticket = { ticket_id: 'id-1' };

/** Rows as an older version wrote them, and what they become. */
const rows: [
  table: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
][] = [
  [
    'ticket_assets',
    { ...ticket, position: 0, entity_ref: 'API:default/Pay', owner: ODD_TEAM },
    { ...ticket, position: 0, entity_ref: 'api:default/pay', owner: TEAM },
  ],
  [
    'ticket_messages',
    {
      ...ticket,
      seq: 1,
      kind: 'reply',
      side: 'team',
      author: ODD_ALICE,
      body: 'As Alice wrote',
      created_at: at,
    },
    { author: ALICE, body: 'As Alice wrote' },
  ],
  [
    'ticket_message_recipients',
    { message_seq: 1, ref: ODD_ALICE },
    { ref: ALICE },
  ],
  [
    'ticket_events',
    {
      ...ticket,
      seq: 1,
      version: 1,
      actor: ODD_ALICE,
      at,
      detail: '{"type":"edited","to":"Alice"}',
    },
    { actor: ALICE, detail: '{"type":"edited","to":"Alice"}' },
  ],
  [
    'ticket_reads',
    { ...ticket, person: ODD_ALICE, version: 3 },
    { ...ticket, person: ALICE, version: 3 },
  ],
  [
    'ticket_files',
    {
      id: 'file-1',
      ...ticket,
      message_seq: 1,
      name: 'Log.txt',
      media_type: 'text/plain',
      size: 3,
      sha256: 'abc',
      storage: 'database',
      storage_key: 'Key-1',
      uploaded_by: ODD_ALICE,
      created_at: at,
    },
    { uploaded_by: ALICE, name: 'Log.txt', storage_key: 'Key-1' },
  ],
  [
    'ticket_file_leftovers',
    {
      storage_key: 'K',
      storage: 'database',
      since: at,
      uploaded_by: ODD_ALICE,
    },
    { storage_key: 'K', uploaded_by: ALICE },
  ],
  [
    'ticket_requests',
    { caller: ODD_ALICE, key: 'Key', fingerprint: 'f', result: 'R', at },
    { caller: ALICE, key: 'Key', result: 'R' },
  ],
  [
    'ticket_rotations',
    { team: ODD_TEAM, last: ODD_ALICE },
    { team: TEAM, last: ALICE },
  ],
  [
    'ticket_absences',
    { person: ODD_ALICE, from: at, set_by: ODD_ALICE },
    { person: ALICE, set_by: ALICE },
  ],
  [
    'ticket_views',
    {
      id: 'view-1',
      version: 1,
      owner: ODD_ALICE,
      name: 'Mine',
      filter: '{"text":"Mine"}',
      sort: 'updatedAt',
      order: 'desc',
      position: 0,
      created_at: at,
      updated_at: at,
      updated_by: ODD_ALICE,
    },
    {
      owner: ALICE,
      name: 'Mine',
      filter: '{"text":"Mine"}',
      updated_by: ALICE,
    },
  ],
];

/** The same in the spelling that is written now, beside it: what is left. */
const twice: [
  table: string,
  odd: Record<string, unknown>,
  others: Record<string, unknown>,
  left: Record<string, unknown>[],
][] = [
  [
    'ticket_assets',
    { position: 1 },
    { position: 2, entity_ref: 'api:default/pay', owner: null },
    [{ position: 1, entity_ref: 'api:default/pay', owner: TEAM }],
  ],
  [
    'ticket_assets',
    { position: 2 },
    { position: 0, entity_ref: 'api:default/pay', owner: null },
    [{ position: 0, entity_ref: 'api:default/pay', owner: null }],
  ],
  ['ticket_message_recipients', {}, { ref: ALICE }, [{ ref: ALICE }]],
  ['ticket_reads', {}, { person: ALICE, version: 2 }, [{ version: 3 }]],
  ['ticket_reads', {}, { person: ALICE, version: 4 }, [{ version: 4 }]],
  [
    'ticket_requests',
    {},
    { caller: ALICE, result: 'later' },
    [{ caller: ALICE, result: 'later' }],
  ],
  [
    'ticket_rotations',
    {},
    { team: TEAM, last: 'user:default/bob' },
    [{ team: TEAM, last: 'user:default/bob' }],
  ],
  [
    'ticket_absences',
    {},
    { person: ALICE, set_by: 'user:default/bob' },
    [{ person: ALICE, set_by: 'user:default/bob' }],
  ],
  [
    'ticket_views',
    { id: 'view-1', name: 'x'.repeat(100) },
    { id: 'view-2', owner: ALICE },
    [
      { id: 'view-1', owner: ALICE, name: `${'x'.repeat(96)} (2)` },
      { id: 'view-2', owner: ALICE, name: 'x'.repeat(100) },
    ],
  ],
];

describe.each(databases.ids)('references of an older version on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
    await layTicketRow(knex);
  });

  const lay = async () => {
    for (const [table, before] of rows) {
      await knex(table).insert(before);
    }
  };

  it('are written as the catalog spells them, wherever they stand', async () => {
    await lay();
    expect(await fillIn(knex)).toBe(rows.length);
    for (const [table, , after] of rows) {
      expect([table, await knex(table)]).toMatchObject([table, [after]]);
    }
    expect(await fillIn(knex)).toBe(0);
  });

  it('stay as they are where they are right', async () => {
    for (const [table, before, after] of rows) {
      await knex(table).insert({ ...before, ...after });
    }
    expect(await fillIn(knex)).toBe(0);
  });

  it('of a ticket are written anew, and nobody takes part twice', async () => {
    const people = [
      { ref: ODD_ALICE, role: 'to' },
      { ref: ALICE, role: 'to' },
      { ref: ODD_ALICE, role: 'watcher' },
      { ref: 'user:default/bob', role: 'cc' },
    ];
    const entities = ['API:default/Pay', 'api:default/pay', 'api:default/b'];
    await knex('tickets').insert({
      ...ticketRow,
      id: 'id-2',
      number: 'T-Two',
      subject: 'As Alice wrote',
      requester: ODD_ALICE,
      created_by: ODD_ALICE,
      organisation: ODD_TEAM,
      team: ODD_TEAM,
      assignee: ODD_ALICE,
      system: 'System:default/Shop',
      updated_by: ODD_ALICE,
      changed_by: ODD_ALICE,
      people: JSON.stringify(people),
      entities: JSON.stringify(entities),
    });
    await knex('ticket_people').insert(
      people.map(person => ({ ticket_id: 'id-2', ...person })),
    );
    await knex('ticket_entities').insert(
      entities.map(ref => ({ ticket_id: 'id-2', entity_ref: ref })),
    );

    expect(await fillIn(knex)).toBe(1);

    const left = [
      { ref: ALICE, role: 'to' },
      { ref: ALICE, role: 'watcher' },
      { ref: 'user:default/bob', role: 'cc' },
    ];
    const row = await knex('tickets').where({ id: 'id-2' }).first();
    expect(row).toMatchObject({
      number: 'T-Two',
      subject: 'As Alice wrote',
      version: 1,
      requester: ALICE,
      created_by: ALICE,
      organisation: TEAM,
      team: TEAM,
      assignee: ALICE,
      system: 'system:default/shop',
      updated_by: ALICE,
      changed_by: ALICE,
    });
    expect(JSON.parse(row.people)).toEqual(left);
    expect(
      await knex('ticket_people')
        .select('ref', 'role')
        .orderBy(['ref', 'role']),
    ).toEqual(left);
    expect(JSON.parse(row.entities)).toEqual([
      'api:default/pay',
      'api:default/b',
    ]);
    expect(
      await knex('ticket_entities').orderBy('entity_ref').pluck('entity_ref'),
    ).toEqual(['api:default/b', 'api:default/pay']);
  });

  it.each(twice)(
    'of %s that are there twice become one',
    async (table, odd, others, left) => {
      const [[, before]] = rows.filter(([name]) => name === table);
      if (table === 'ticket_message_recipients') {
        await knex('ticket_messages').insert({
          ...rows[1][1],
          author: ALICE,
        });
      }
      await knex(table).insert({ ...before, ...odd });
      await knex(table).insert({ ...before, ...odd, ...others });
      await fillIn(knex);
      const ordered = knex(table);
      if (table === 'ticket_views') {
        ordered.orderBy('id');
      }
      const found = await ordered;
      expect(found).toMatchObject(left);
      expect(found).toHaveLength(left.length);
    },
  );

  it('come in batches that go on where the last one ended', async () => {
    await lay();
    await knex.batchInsert(
      'ticket_events',
      Array.from({ length: 20 }, (_, index) => ({
        ...rows[3][1],
        seq: index + 2,
      })),
      10,
    );
    const [backfill] = storedBackfills(knex, () => at, [references]);
    expect(await backfill.pending()).toBe(rows.length + 20);
    let done = 0;
    for (let some = 1; some > 0; done += some) {
      some = await backfill.fillBatch(3);
      expect(some).toBeLessThanOrEqual(3);
    }
    expect(done).toBe(rows.length + 20);
    expect(
      await knex('ticket_events').distinct('actor').pluck('actor'),
    ).toEqual([ALICE]);
  });

  it('keep nobody from their tickets any more', async () => {
    const other = await databases.init(id);
    const { desk, file } = await lifeDesk(other);
    const filed = await file();
    const odd = 'user:default/Requester';
    await other('tickets').update({
      requester: odd,
      created_by: odd,
      organisation: null,
    });
    const seen = async () => {
      const query = listTicketsQuerySchema.parse({});
      const { items } = await desk.listTickets(caller('requester'), query);
      return items.map(item => item.id);
    };
    expect(await seen()).toEqual([]);
    await fillIn(other);
    expect(await seen()).toEqual([filed.id]);
  });

  it('are found by indexes', async () => {
    await lay();
    const statements: { sql: string; bindings: string[] }[] = [];
    knex.on('query', statement => statements.push(statement));
    await fillIn(knex);
    const small = /"ticket_(?:absences|rotations|views|file_leftovers)"/;
    const searches = statements.filter(
      ({ sql }) =>
        /^select/.test(sql) &&
        / limit /.test(sql) &&
        !small.test(sql.replaceAll('`', '"')),
    );
    expect(searches.length).toBeGreaterThan(5);
    for (const { sql, bindings } of new Map(
      searches.map(statement => [statement.sql, statement]),
    ).values()) {
      const plan = await knex.transaction(async tx => {
        if (id === 'SQLITE_3') {
          return tx.raw(`explain query plan ${sql}`, bindings);
        }
        await tx.raw('set local enable_seqscan = off');
        const { rows: lines } = await tx.raw(
          `explain ${sql.replace(/\$\d+/g, '?')}`,
          bindings,
        );
        return lines;
      });
      expect([sql, JSON.stringify(plan)]).toEqual([
        sql,
        expect.stringContaining('_spelling_idx'),
      ]);
    }
  });
});
