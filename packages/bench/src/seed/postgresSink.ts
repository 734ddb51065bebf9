import type { Knex } from 'knex';
import { type CopyClient, CopyIn } from './CopyIn';
import type { RowSink } from './RowSink';

/** Something of a table that can be taken away and made again by statements. */
interface Removable {
  readonly drop: string;
  readonly create: string;
}

/**
 * Writes rows into PostgreSQL by COPY, with the indexes and constraints away
 * at the same time.
 */
export async function postgresSink(knex: Knex): Promise<RowSink> {
  const removables = await findRemovables(knex);
  for (const { drop } of removables) {
    await knex.raw(drop);
  }
  return {
    async write(table, rows) {
      const [first] = rows;
      if (first) {
        const columns = Object.keys(first);
        const text = rows.map(row => line(row, columns)).join('');
        await copy(knex, table, columns, text);
      }
    },
    async finish() {
      await knex.raw(`set maintenance_work_mem = '512MB'`);
      for (const { create } of [...removables].reverse()) {
        await knex.raw(create);
      }
      await setSequences(knex);
      await knex.raw('vacuum analyze');
    },
  };
}

async function copy(
  knex: Knex,
  table: string,
  columns: readonly string[],
  rows: string,
): Promise<void> {
  const statement = knex
    .raw(`copy ?? (${columns.map(() => '??')}) from stdin`, [table, ...columns])
    .toQuery();
  const copyIn = new CopyIn(statement, rows);
  const client: CopyClient = await knex.client.acquireConnection();
  try {
    client.query(copyIn);
    await copyIn.done;
  } finally {
    await knex.client.releaseConnection(client);
  }
}

/** First what others depend on last: foreign keys, keys, other indexes. */
async function findRemovables(knex: Knex): Promise<Removable[]> {
  const constraints = await knex.raw<{ rows: Removable[] }>(`
    select
      format('alter table %s drop constraint %I', conrelid::regclass, conname)
        as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname,
        pg_get_constraintdef(oid)) as create
    from pg_constraint
    where contype in ('f', 'p', 'u') and conrelid::regclass::text like 'ticket%'
    order by case contype when 'f' then 0 else 1 end`);
  const indexes = await knex.raw<{ rows: Removable[] }>(`
    select format('drop index %I', indexname) as drop, indexdef as create
    from pg_indexes
    where schemaname = current_schema() and tablename like 'ticket%'
      and not exists (
        select from pg_constraint
        where conindid = format('%I', indexname)::regclass)`);
  return [...constraints.rows, ...indexes.rows];
}

/** The next row gets the number after the last one. */
async function setSequences(knex: Knex): Promise<void> {
  const { rows } = await knex.raw<{ rows: { name: string }[] }>(`
    select table_name as name from information_schema.columns
    where column_name = 'seq' and table_name like 'ticket%'
      and column_default like 'nextval%'`);
  for (const { name } of rows) {
    await knex.raw(
      `select setval(pg_get_serial_sequence(?, 'seq'), coalesce(max(seq), 1))
        from ??`,
      [name, name],
    );
  }
}

function line(row: object, columns: readonly string[]): string {
  const values = new Map(Object.entries(row));
  return `${columns.map(name => field(values.get(name))).join('\t')}\n`;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

function field(value: unknown): string {
  if (value === null || value === undefined) {
    return '\\N';
  }
  if (value instanceof Date) {
    return value.toISOString();
  }
  if (Buffer.isBuffer(value)) {
    return `\\\\x${value.toString('hex')}`;
  }
  return String(value).replace(/[\\\t\n\r]/g, found => escapes[found]);
}
