import { sortKeyOf } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { ticketRow } from '../../__testUtils__/ticketRow';
import { scopeOf } from '../../domain/access/access';
import { DeskStore } from '../DeskStore';
import { sortKeysBackfill } from '../tickets/sortKeysBackfill';
import type { ListedTicket } from './listTickets';

jest.setTimeout(120_000);

const databases = testDatabases();

const ref = 'user:default/admin';
const admin = scopeOf(
  { admins: [ref], teams: [], agentsSee: 'all' },
  { ref, belongsTo: new Set([ref]) },
);

/** As an older version writes it: without sort keys. */
const oldRow = (index: number, number: string, subject: string) => ({
  ...ticketRow,
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  number,
  subject,
});

const rows = [
  ['T2026-99999', 'Zebra'],
  ['T2026-100000', 'apfel'],
  ['T2025-7', 'Äpfel 10'],
  ['t2025-08', 'Äpfel 9'],
  ['INC0000012', 'APFEL'],
  ['INC0000002', 'zebra 2'],
].map(([number, subject], index) => oldRow(index, number, subject));

async function page(
  knex: Knex,
  by: 'number' | 'subject',
  order: 'asc' | 'desc',
  from?: { ticket: ListedTicket; way: 'after' | 'before' },
) {
  const { tickets } = await new DeskStore(knex).lists.list(admin, {
    where: {},
    sort: { by },
    order,
    limit: 2,
    position: from && {
      value: from.ticket.sortKeys[by],
      id: from.ticket.id,
      way: from.way,
    },
  });
  return tickets;
}

/** All numbers, there and back again. */
async function walk(
  knex: Knex,
  by: 'number' | 'subject',
  order: 'asc' | 'desc',
) {
  const there: ListedTicket[] = [];
  for (let some = await page(knex, by, order); some.length > 0;) {
    there.push(...some);
    const ticket = some[some.length - 1];
    some = await page(knex, by, order, { ticket, way: 'after' });
  }
  const back = there.slice(-1);
  for (;;) {
    const some = await page(knex, by, order, {
      ticket: back[0],
      way: 'before',
    });
    if (some.length === 0) {
      break;
    }
    back.unshift(...some);
  }
  expect(back.map(({ id }) => id)).toEqual(there.map(({ id }) => id));
  return there.map(({ number }) => number);
}

describe.each(databases.ids)('what lists are sorted by on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
    await knex('tickets').insert(rows);
  });

  const fill = async () => {
    let done: number;
    do {
      done = await knex.transaction(tx => sortKeysBackfill.fillBatch(tx, 4));
    } while (done > 0);
  };

  it('is filled in where an older version left it out, once', async () => {
    expect(await sortKeysBackfill.pending(knex)).toBe(rows.length);
    await fill();
    expect(await sortKeysBackfill.pending(knex)).toBe(0);
    const filled = await knex('tickets')
      .orderBy('id')
      .select('number_sort', 'subject_sort', 'number_count');
    expect(
      filled.map(row => ({ ...row, number_count: Number(row.number_count) })),
    ).toEqual(
      rows.map(({ number, subject }, index) => ({
        number_sort: sortKeyOf(number),
        subject_sort: sortKeyOf(subject),
        number_count: [99999, 100000, 7, 8, 12, 2][index],
      })),
    );
  });

  it('puts numbers and subjects as people read them, there and back', async () => {
    await fill();
    const byNumber = [
      ...['INC0000002', 'INC0000012', 'T2025-7', 't2025-08'],
      ...['T2026-99999', 'T2026-100000'],
    ];
    expect(await walk(knex, 'number', 'asc')).toEqual(byNumber);
    expect(await walk(knex, 'number', 'desc')).toEqual(byNumber.reverse());
    const bySubject = [
      ...['T2026-100000', 'INC0000012', 't2025-08', 'T2025-7'],
      ...['T2026-99999', 'INC0000002'],
    ];
    expect(await walk(knex, 'subject', 'asc')).toEqual(bySubject);
    expect(await walk(knex, 'subject', 'desc')).toEqual(bySubject.reverse());
  });

  it('leads through all tickets once, also while some have no key', async () => {
    await fill();
    await knex('tickets')
      .whereIn('id', [rows[0].id, rows[3].id])
      .update({ number_sort: null, subject_sort: null });
    for (const by of ['number', 'subject'] as const) {
      for (const order of ['asc', 'desc'] as const) {
        const found = await walk(knex, by, order);
        expect([...found].sort()).toEqual(
          rows.map(({ number }) => number).sort(),
        );
      }
    }
  });

  it('is forgotten when an older version changes the subject alone, and comes back', async () => {
    await fill();
    const keys = () =>
      knex('tickets').where({ id: rows[0].id }).pluck('subject_sort');
    const update = (change: object) =>
      knex('tickets').where({ id: rows[0].id }).update(change);
    await update({ subject: rows[0].subject, priority: 'high' });
    expect(await keys()).toEqual(['zebra']);
    await update({ subject: 'Aal' });
    expect(await keys()).toEqual([null]);
    await fill();
    expect(await keys()).toEqual(['aal']);
    await update({ subject: 'Biber', subject_sort: 'biber' });
    expect(await keys()).toEqual(['biber']);
  });

  it('finds numbers in any case before there are keys', async () => {
    const store = new DeskStore(knex);
    expect(await store.tickets.find('inc0000012')).toMatchObject({
      number: 'INC0000012',
    });
    // its key is the same as the number of another one without
    await knex('tickets').insert(oldRow(9, 'X13', 'Other'));
    expect(await store.tickets.find('x3')).toBeUndefined();
    await fill();
    expect(await store.tickets.find('inc12')).toMatchObject({
      number: 'INC0000012',
    });
    expect(await store.tickets.find('x3')).toBeUndefined();
  });

  it('has an index that a list follows', async () => {
    await knex.batchInsert(
      'tickets',
      Array.from({ length: 3000 }, (_, index) =>
        oldRow(100 + index, `N${index}`, `Subject ${index % 100}`),
      ),
      50,
    );
    await fill();
    await knex.raw('analyze');
    const statements: { sql: string; bindings: string[] }[] = [];
    knex.on('query', statement => statements.push(statement));
    for (const by of ['number', 'subject'] as const) {
      for (const order of ['asc', 'desc'] as const) {
        const [ticket] = await page(knex, by, order);
        await page(knex, by, order, { ticket, way: 'after' });
      }
    }
    const lists = statements.filter(({ sql }) => sql.includes('order by'));
    expect(lists).toHaveLength(8);
    for (const { sql, bindings } of lists) {
      const explain =
        id === 'SQLITE_3' ? 'explain query plan' : 'explain (costs off)';
      const plan = await knex.raw(
        `${explain} ${sql.replace(/\$\d+/g, '?')}`,
        bindings,
      );
      const text = JSON.stringify(plan.rows ?? plan);
      expect(text).toMatch(/tickets_by_(number|subject)_sort_idx/);
      expect(text).not.toMatch(
        /B-TREE FOR ORDER BY|Sort Key: [^"]*COALESCE|Seq Scan on tickets/,
      );
    }
  });
});
