import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { ticketRow } from '../__testUtils__/ticketRow';
import { migrate, migrationsDirectory, openDatabase } from './migrations';

jest.setTimeout(60_000);

const databases = testDatabases();

/** A migration that takes long, and one that comes after it. */
const INDEXES = '20261130_ticket_indexes.js';
const AFTER = '20261130_unavailable_wait.js';

/** As the plugin gets it. */
const open = (knex: Knex, logger = mockServices.logger.mock()) =>
  openDatabase({ getClient: async () => knex }, logger);

const LATER = ['20991231_later.js', '20991232_latest.js'];

describe.each(databases.ids)('opening a database on %s', id => {
  it('goes on with migrations of a later version, and says so', async () => {
    const knex = await databases.empty(id);
    await open(knex);
    await knex('knex_migrations').insert(
      LATER.map(name => ({ name, batch: 2, migration_time: new Date() })),
    );
    const logger = mockServices.logger.mock();
    await open(knex, logger);
    expect(logger.info.mock.calls).toEqual([
      [
        `The database has migrations of a later version, with which this version works: ${LATER.join(', ')}`,
      ],
    ]);
    await knex('tickets').insert(ticketRow);
    expect(await knex('tickets').pluck('number')).toEqual(['T1']);
  });

  it('says nothing where all migrations are known', async () => {
    const knex = await databases.empty(id);
    const logger = mockServices.logger.mock();
    await open(knex, logger);
    await open(knex, logger);
    expect(logger.info).not.toHaveBeenCalled();
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('runs what is missing when later migrations were run before', async () => {
    const knex = await databases.empty(id);
    const directory = migrationsDirectory;
    await knex.migrate.up({ directory });
    await knex.migrate.up({ directory });
    await knex('knex_migrations').insert(
      LATER.map(name => ({ name, batch: 2, migration_time: new Date() })),
    );
    await open(knex);
    expect(await knex.schema.hasTable('ticket_views')).toBe(true);
    expect(await knex.schema.hasTable('ticket_texts')).toBe(true);
  });

  it('has nothing to do later where there are no tickets yet', async () => {
    const knex = await databases.empty(id);
    expect((await open(knex)).longMigrations).toEqual([]);
    expect(await knex('knex_migrations').pluck('name')).toContain(INDEXES);
  });

  it('does not wait on PostgreSQL for what takes long, nor does what comes after it', async () => {
    const knex = await databases.empty(id);
    await open(knex);
    await knex('tickets').insert(ticketRow);
    await knex('knex_migrations').whereIn('name', [INDEXES, AFTER]).delete();
    await knex.raw('drop index tickets_active_idx');
    await knex.schema.alterTable('ticket_unavailable', table => {
      table.dropColumn('waits_long');
    });
    const logger = mockServices.logger.mock();
    const { longMigrations } = await open(knex, logger);
    const done = await knex('knex_migrations')
      .whereIn('name', [INDEXES, AFTER])
      .orderBy('name')
      .pluck('name');
    expect({
      done,
      later: longMigrations.map(({ name }) => name),
      notified: logger.info.mock.calls.map(([text]) => text.split(';')[0]),
    }).toEqual(
      id === 'SQLITE_3'
        ? {
            done: [INDEXES, AFTER],
            later: [],
            notified: [
              `The migration ${INDEXES} runs before the desk starts`,
              `The migration ${INDEXES} is done`,
            ],
          }
        : { done: [AFTER], later: [INDEXES], notified: [] },
    );
  });

  it('goes on after a lock that a killed process left', async () => {
    const knex = await databases.empty(id);
    await open(knex);
    await knex('knex_migrations_lock').update({ is_locked: 1 });
    const logger = mockServices.logger.mock();
    await migrate(knex, logger, { patience: 10 });
    expect(logger.warn.mock.calls).toEqual([
      [
        'The migrations of the database are locked. If nothing releases them, this process does so in 0.01 seconds',
      ],
      ['The lock of the migrations was left behind, and is released'],
    ]);
    expect(await knex('knex_migrations_lock').pluck('is_locked')).toEqual([0]);
  });

  it('waits for a lock that is held for a while', async () => {
    const knex = await databases.empty(id);
    await open(knex);
    await knex('knex_migrations_lock').update({ is_locked: 1 });
    const logger = mockServices.logger.mock();
    logger.warn.mockImplementationOnce(() => {
      knex('knex_migrations_lock').update({ is_locked: 0 }).then();
    });
    await migrate(knex, logger);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('mends a lock that two processes made at the same time', async () => {
    const knex = await databases.empty(id);
    await open(knex);
    await knex('knex_migrations_lock').insert({ is_locked: 0 });
    await Promise.all(Array.from({ length: 4 }, () => open(knex)));
    expect(await knex('knex_migrations_lock').pluck('is_locked')).toEqual([0]);
  });

  it('brings an empty database up to date for many who start at once', async () => {
    const knex = await databases.empty(id);
    await Promise.all(Array.from({ length: 4 }, () => open(knex)));
    expect(await knex('knex_migrations_lock').pluck('is_locked')).toEqual([0]);
    await knex('tickets').insert(ticketRow);
  });

  it('leaves nothing of a migration that ends in the midst', async () => {
    const knex = await databases.empty(id);
    await knex.migrate.up({ directory: migrationsDirectory });
    // what a later migration adds second is there already, so that it fails
    await knex.schema.alterTable('ticket_events', table => {
      table.integer('internal_changes');
    });
    await expect(open(knex)).rejects.toThrow(/database refused/);
    const done = await knex('knex_migrations').orderBy('name').pluck('name');
    expect(done.at(-1)).toBe('20261130_file_charset.js');
    expect(await knex.schema.hasColumn('tickets', 'active_at')).toBe(false);
    expect(await knex('knex_migrations_lock').pluck('is_locked')).toEqual([0]);
    await knex.schema.alterTable('ticket_events', table => {
      table.dropColumn('internal_changes');
    });
    await open(knex);
    expect(await knex.schema.hasColumn('tickets', 'active_at')).toBe(true);
  });
});
