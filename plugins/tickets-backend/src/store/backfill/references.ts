import type { Knex } from 'knex';
import { isPostgres } from '../sql/dialect';
import { insertRows } from '../sql/insertRows';
import type { Backfill } from './Backfill';

type Row = Readonly<Record<string, unknown>>;

/** A table in which references stand. */
interface Table {
  readonly table: string;
  /** The columns that a row is known by. */
  readonly key: readonly string[];
  /** Those with references. */
  readonly references: readonly string[];
  /** References, or objects with some, as JSON; in no order of their letters. */
  readonly lists?: readonly string[];
  /** Columns, with references among them, that no two rows have alike. */
  readonly unique?: readonly string[];
  /**
   * Whether the row that is spelled otherwise is kept, and not the one that is
   * like it. Default: the other one, which was written later
   */
  isKept?(row: Row, other: Row): boolean;
  /** What sets the row apart from the others that are like it. */
  setApart?(row: Row, count: number): Row;
  /** Writes what another table repeats. */
  afterwards?(tx: Knex, row: Row): Promise<void>;
}

const tables: readonly Table[] = [
  {
    table: 'tickets',
    key: ['id'],
    references: [
      ...['requester', 'created_by', 'organisation', 'team', 'assignee'],
      ...['system', 'updated_by', 'changed_by'],
    ],
    lists: ['people', 'entities'],
    afterwards: writeBelongings,
  },
  {
    table: 'ticket_assets',
    key: ['ticket_id', 'position'],
    references: ['entity_ref', 'owner'],
    unique: ['ticket_id', 'entity_ref'],
    isKept: (row, other) => Number(row.position) < Number(other.position),
  },
  { table: 'ticket_messages', key: ['seq'], references: ['author'] },
  {
    table: 'ticket_message_recipients',
    key: ['message_seq', 'ref'],
    references: ['ref'],
    unique: ['message_seq', 'ref'],
  },
  { table: 'ticket_events', key: ['seq'], references: ['actor'] },
  {
    table: 'ticket_reads',
    key: ['person', 'ticket_id'],
    references: ['person'],
    unique: ['person', 'ticket_id'],
    isKept: (row, other) => Number(row.version) > Number(other.version),
  },
  { table: 'ticket_files', key: ['id'], references: ['uploaded_by'] },
  {
    table: 'ticket_file_leftovers',
    key: ['storage_key'],
    references: ['uploaded_by'],
  },
  {
    table: 'ticket_requests',
    key: ['caller', 'key'],
    references: ['caller'],
    unique: ['caller', 'key'],
  },
  {
    table: 'ticket_rotations',
    key: ['team'],
    references: ['team', 'last'],
    unique: ['team'],
  },
  {
    table: 'ticket_absences',
    key: ['person'],
    references: ['person', 'set_by'],
    unique: ['person'],
  },
  {
    table: 'ticket_views',
    key: ['id'],
    references: ['owner', 'updated_by'],
    unique: ['owner', 'name'],
    setApart: ({ name }, count) => ({
      name: `${String(name).slice(0, 96)} (${count})`,
    }),
  },
];

/**
 * Writes references as the catalog spells them, in lower case, where an older
 * version took them as a sign-in or a relation spelled them: the desk compares
 * them letter by letter, so people would not find their own tickets. What events
 * say of before and after stays as it was recorded.
 */
export const references: Backfill = {
  id: 'references',
  what: 'references in another spelling',

  async pending(knex) {
    const counts = await Promise.all(
      tables.map(table => oddRows(knex, table).count({ count: '*' })),
    );
    return counts.reduce((sum, [{ count }]) => sum + Number(count), 0);
  },

  async fillBatch(tx, limit) {
    for (const table of tables) {
      const count = await fillTable(tx, table, limit);
      if (count > 0) {
        return count;
      }
    }
    return 0;
  },
};

/** The rows of a table that have a reference with a capital letter. */
function oddRows(
  knex: Knex,
  { table, references: columns, lists = [] }: Table,
): Knex.QueryBuilder {
  // as the index has it
  const condition = [...columns, ...lists]
    .map(column => `${column} <> lower(${column})`)
    .join(' or ');
  return knex(table).whereRaw(`(${condition})`);
}

/** @returns how many rows it worked on */
async function fillTable(
  tx: Knex,
  table: Table,
  limit: number,
): Promise<number> {
  const query = oddRows(tx, table).select('*').limit(limit);
  const rows: Row[] = await (isPostgres(tx)
    ? query.forUpdate().skipLocked()
    : query);
  for (const row of rows) {
    await respell(tx, table, row);
  }
  return rows.length;
}

async function respell(tx: Knex, table: Table, row: Row): Promise<void> {
  const changes = respelled(table, row);
  const others = await findAlike(tx, table, row, changes);
  if (others.length === 0) {
    await update(tx, table, row, changes);
  } else if (table.setApart) {
    await update(tx, table, row, await apart(tx, table, row, changes));
  } else if (others.every(other => table.isKept?.(row, other))) {
    for (const other of others) {
      await tx(table.table).where(keyOf(table, other)).delete();
    }
    await update(tx, table, row, changes);
  } else {
    await tx(table.table).where(keyOf(table, row)).delete();
  }
}

async function update(
  tx: Knex,
  table: Table,
  row: Row,
  changes: Row,
): Promise<void> {
  await tx(table.table).where(keyOf(table, row)).update(changes);
  await table.afterwards?.(tx, { ...row, ...changes });
}

function respelled({ references: columns, lists = [] }: Table, row: Row): Row {
  return Object.fromEntries([
    ...columns.map(column => [column, lowerCase(row[column])]),
    ...lists.map(column => [column, lowerCaseList(String(row[column]))]),
  ]);
}

function lowerCase(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** Nothing of which is there twice. */
function lowerCaseList(json: string): string {
  const entries: unknown[] = JSON.parse(json.toLowerCase());
  const distinct = new Map(
    entries.map(entry => [JSON.stringify(entry), entry]),
  );
  return JSON.stringify([...distinct.values()]);
}

/** The rows that are already what the row is to become. */
async function findAlike(
  tx: Knex,
  { table, unique }: Table,
  row: Row,
  changes: Row,
): Promise<Row[]> {
  const wanted = { ...row, ...changes };
  const isThere = unique?.some(column => wanted[column] !== row[column]);
  return unique && isThere ? tx(table).where(pick(wanted, unique)) : [];
}

async function apart(
  tx: Knex,
  table: Table,
  row: Row,
  changes: Row,
): Promise<Row> {
  for (let count = 2; ; count += 1) {
    const different = { ...changes, ...table.setApart?.(row, count) };
    if ((await findAlike(tx, table, row, different)).length === 0) {
      return different;
    }
  }
}

/** Tickets are found by their people and entities in tables of their own. */
async function writeBelongings(tx: Knex, row: Row): Promise<void> {
  const belonging = { ticket_id: row.id };
  const people: object[] = JSON.parse(String(row.people));
  const entities: string[] = JSON.parse(String(row.entities));
  await tx('ticket_people').where(belonging).delete();
  await tx('ticket_entities').where(belonging).delete();
  await insertRows(tx, [
    {
      table: 'ticket_people',
      rows: people.map(person => ({ ...belonging, ...person })),
    },
    {
      table: 'ticket_entities',
      rows: entities.map(ref => ({ ...belonging, entity_ref: ref })),
    },
  ]);
}

function keyOf({ key }: Table, row: Row): Row {
  return pick(row, key);
}

function pick(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map(column => [column, row[column]]));
}
