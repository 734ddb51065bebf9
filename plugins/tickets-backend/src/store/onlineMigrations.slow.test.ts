import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import makeKnex, { type Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { ticketRow } from '../__testUtils__/ticketRow';
import { DeskStore } from './DeskStore';
import {
  type LongMigration,
  migrate,
  migrationsDirectory,
  openDatabase,
} from './migrations';

jest.setTimeout(60_000);

const databases = testDatabases();

/** How long a writer may have to wait for migrations, in milliseconds. */
const BRIEF = 5_000;

/** The last migration of the version before. */
const BEFORE = '20261124_views.js';

const INDEXES = '20261130_ticket_indexes.js';

const open = (knex: Knex, logger = mockServices.logger.mock()) =>
  openDatabase({ getClient: async () => knex }, logger);

/** What the desk does after its start. */
async function runAll(
  { longMigrations }: { longMigrations: readonly LongMigration[] },
  signal?: AbortSignal,
): Promise<void> {
  for (const { run } of longMigrations) {
    await run(signal);
  }
}

const ticket = (number: string) => ({ ...ticketRow, id: number, number });

/** Fails unless the work is done soon. */
async function soon<T>(work: PromiseLike<T>): Promise<T> {
  const late = new AbortController();
  const waited = sleep(BRIEF, undefined, { signal: late.signal }).then(() => {
    throw new Error('It takes too long');
  });
  try {
    return await Promise.race([work, waited]);
  } finally {
    late.abort();
    waited.catch(() => {});
  }
}

const writers = new Set<Knex.Transaction>();

afterEach(async () => {
  for (const tx of writers) {
    await tx.rollback();
  }
  writers.clear();
});

/** A transaction that has written a ticket, and is not over. */
async function writer(knex: Knex, number: string): Promise<Knex.Transaction> {
  const tx = await knex.transaction();
  writers.add(tx);
  await tx('tickets').insert(ticket(number));
  return tx;
}

/** Whether each index of the migration can be used, by name. */
async function indexes(knex: Knex): Promise<Record<string, boolean>> {
  const { rows } = await knex.raw(`
    select relname as name, indisvalid as valid
    from pg_index join pg_class on pg_class.oid = indexrelid
    where indrelid = 'tickets'::regclass
      and (relname like '%sort%idx' or relname in ('tickets_active_idx', 'tickets_number_count_idx'))
    order by 1`);
  return Object.fromEntries(
    rows.map(({ name, valid }: { name: string; valid: boolean }) => [
      name,
      valid,
    ]),
  );
}

const ALL = {
  tickets_active_idx: true,
  tickets_by_number_sort_idx: true,
  tickets_by_subject_sort_idx: true,
  tickets_number_count_idx: true,
  tickets_without_sort_keys_idx: true,
};

/** A database with a ticket that lacks the indexes alone. */
async function withoutIndexes(): Promise<Knex> {
  const knex = await databases.init('POSTGRES_18');
  await open(knex);
  for (const name of Object.keys(ALL)) {
    await knex.raw('drop index ??', [name]);
  }
  await knex('knex_migrations').where({ name: INDEXES }).delete();
  await knex('tickets').insert(ticket('T0'));
  return knex;
}

/** Waits until a statement that begins so is being run. */
async function untilRunning(knex: Knex, beginning: string): Promise<void> {
  for (;;) {
    const { rows } = await knex.raw(
      `select 1 from pg_stat_activity
       where datname = current_database() and state = 'active'
         and query ilike ?`,
      [`${beginning}%`],
    );
    if (rows.length > 0) {
      return;
    }
    await sleep(20);
  }
}

describe('migrations of a desk on PostgreSQL that is in use', () => {
  it('give way to those who write, and come in between', async () => {
    const knex = await databases.empty('POSTGRES_18');
    await knex.migrate.to({ directory: migrationsDirectory, name: BEFORE });
    const first = await writer(knex, 'T1');
    const logger = mockServices.logger.mock();
    const opened = open(knex, logger);
    await untilRunning(knex, 'alter table "tickets"');
    await soon(knex('tickets').insert(ticket('T2')));
    await sleep(1_500);
    await soon(knex('tickets').insert(ticket('T3')));
    await first.commit();
    await runAll(await opened);
    expect(await knex('tickets').orderBy('id').pluck('number')).toEqual([
      'T1',
      'T2',
      'T3',
    ]);
    expect(await indexes(knex)).toEqual(ALL);
    expect(logger.warn.mock.calls).toEqual([
      [
        'The migration 20261130_internal_changes.js waits for others who use its tables; it is tried again and again',
      ],
    ]);
  });

  it('build indexes after the start, while others write and read', async () => {
    const knex = await withoutIndexes();
    const first = await writer(knex, 'T1');
    const logger = mockServices.logger.mock();
    const opened = await soon(open(knex, logger));
    expect(opened.longMigrations).toMatchObject([{ name: INDEXES }]);
    expect(logger.info).not.toHaveBeenCalled();
    const building = runAll(opened);
    await untilRunning(knex, 'create index');
    const store = new DeskStore(knex);
    expect(await soon(store.tickets.find('T0'))).toMatchObject({
      number: 'T0',
    });
    await soon(knex('tickets').insert(ticket('T2')));
    await soon(knex('tickets').where({ id: 'T2' }).update({ subject: 'New' }));
    const second = await soon(writer(knex, 'T3'));
    // as an older version does it, which knows nothing of what is built
    await soon(knex.raw('begin; select pg_advisory_xact_lock(7081992); end'));
    await first.rollback();
    await second.commit();
    await building;
    expect(await knex('tickets').orderBy('id').pluck('number')).toEqual([
      'T0',
      'T2',
      'T3',
    ]);
    expect(await indexes(knex)).toEqual(ALL);
    expect(logger.info.mock.calls).toEqual([
      [
        'The migration 20261130_ticket_indexes.js runs while everybody works; it can take minutes where there are many tickets',
      ],
      [
        expect.stringMatching(
          /^The migration 20261130_ticket_indexes.js is done; it took \d+ s$/,
        ),
      ],
    ]);
    expect((await open(knex)).longMigrations).toEqual([]);
  });

  it('build indexes once for all who start at the same time', async () => {
    const knex = await withoutIndexes();
    const first = await writer(knex, 'T1');
    const logger = mockServices.logger.mock();
    const opened = await soon(
      Promise.all(Array.from({ length: 3 }, () => open(knex, logger))),
    );
    const building = Promise.all(opened.map(each => runAll(each)));
    await untilRunning(knex, 'create index');
    await sleep(500);
    await first.commit();
    await building;
    expect(await indexes(knex)).toEqual(ALL);
    expect(logger.info).toHaveBeenCalledTimes(2);
    expect(
      await knex('knex_migrations').where({ name: INDEXES }).pluck('name'),
    ).toEqual([INDEXES]);
  });

  it('leave the only connection to those who work, and no timeout cuts them off', async () => {
    const knex = await withoutIndexes();
    const [{ current_database: name }] = (
      await knex.raw('select current_database()')
    ).rows;
    for (const timeout of ['statement_timeout', 'lock_timeout']) {
      await knex.raw(`alter database ?? set ${timeout} = 200`, [name]);
    }
    const only = makeKnex({
      ...knex.client.config,
      pool: { min: 0, max: 1 },
    });
    try {
      const first = await writer(knex, 'T1');
      const building = runAll(await soon(open(only)));
      await untilRunning(knex, 'create index');
      await sleep(1_000);
      expect(await soon(only('tickets').pluck('number'))).toEqual(['T0']);
      await first.commit();
      await building;
      expect(await indexes(knex)).toEqual(ALL);
      expect((await only.raw('show statement_timeout')).rows).toEqual([
        { statement_timeout: '200ms' },
      ]);
    } finally {
      await only.destroy();
    }
  });

  it('tell how far they are, and whom they wait for', async () => {
    const knex = await withoutIndexes();
    const first = await writer(knex, 'T1');
    const [{ pid }] = (await first.raw('select pg_backend_pid() as pid')).rows;
    const logger = mockServices.logger.mock();
    const building = runAll({
      longMigrations: await migrate(knex, logger, { tellEvery: 50 }),
    });
    const notified = () => logger.info.mock.calls.map(([text]) => text);
    const line = `The migration ${INDEXES} is at tickets_active_idx: waiting for writers before build (process ${pid} of the database)`;
    while (!notified().includes(line)) {
      await sleep(20);
    }
    await first.commit();
    await building;
    const lines = notified().length;
    await sleep(200);
    expect(notified()).toHaveLength(lines);
    expect(notified().at(-1)).toMatch(/is done/);
  });

  it('end at once when the desk does, and go on at its next start', async () => {
    const knex = await withoutIndexes();
    const first = await writer(knex, 'T1');
    const shutdown = new AbortController();
    const building = runAll(await open(knex), shutdown.signal);
    const ended = building.then(
      () => 'built',
      () => 'ended',
    );
    await untilRunning(knex, 'create index');
    shutdown.abort();
    expect(await soon(ended)).toBe('ended');
    const next = runAll(await soon(open(knex)));
    await first.commit();
    await next;
    expect(await indexes(knex)).toEqual(ALL);
  });

  it('build anew what was left half built', async () => {
    const knex = await withoutIndexes();
    const [name] = Object.keys(ALL);
    const first = await writer(knex, 'T1');
    const building = knex
      .raw(`create index concurrently ${name} on tickets (status)`)
      .then(() => 'built', String);
    await untilRunning(knex, 'create index');
    await knex.raw(
      `select pg_cancel_backend(pid) from pg_stat_activity
       where datname = current_database() and query ilike 'create index%'`,
    );
    expect(await building).toMatch(/error/);
    await first.commit();
    expect(await indexes(knex)).toEqual({ [name]: false });
    await runAll(await open(knex));
    expect(await indexes(knex)).toEqual(ALL);
    const { rows } = await knex.raw(
      `select indexdef from pg_indexes where indexname = ?`,
      [name],
    );
    expect(rows[0].indexdef).toContain('traced_version');
  });
});
