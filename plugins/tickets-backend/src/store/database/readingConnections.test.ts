import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import makeKnex, { type Knex } from 'knex';
import { keepErrorsClean, setUpConnections } from './connections';
import { inTransaction } from './inTransaction';
import {
  type ReadingConnections,
  openReadingConnections,
} from './readingConnections';

/** Takes SQLite a good part of a second. */
const LONG = `with recursive counted(n) as (
    select 1 union all select n + 1 from counted where n < 3000000
  ) select count(*) as count from counted`;

/** Of each thread of this process; Linux alone knows that. */
async function nicenessOfThreads(): Promise<number[]> {
  if (process.platform !== 'linux') {
    return [];
  }
  const threads = await readdir('/proc/self/task');
  return Promise.all(
    threads.map(async thread => {
      const stat = await readFile(`/proc/self/task/${thread}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')')).split(' ')[17]);
    }),
  );
}

describe('what is read from a file of SQLite', () => {
  const opened: (() => Promise<unknown>)[] = [];
  let knex: Knex;
  let reading: ReadingConnections;

  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reading-'));
    knex = makeKnex({
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'tickets.sqlite') },
      useNullAsDefault: true,
    });
    keepErrorsClean(knex);
    await setUpConnections(knex);
    reading = await openReadingConnections(knex, mockServices.logger.mock());
    opened.push(
      () => reading.close(),
      () => knex.destroy(),
      () => rm(folder, { recursive: true }),
    );
    await knex.schema.createTable('tickets', table => {
      table.integer('id');
      table.dateTime('created_at');
    });
  });

  afterEach(async () => {
    for (const close of opened.splice(0)) {
      await close();
    }
  });

  it('leaves the event loop to others', async () => {
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 1);
    const read = reading.knex.raw(LONG);
    await expect(read).resolves.toEqual([{ count: 3_000_000 }]);
    clearInterval(others);
    expect(turns).toBeGreaterThan(20);
  });

  it('is what was committed, and no more than that', async () => {
    const count = async () => {
      const [row] = await reading.knex('tickets').count({ count: '*' });
      return row.count;
    };
    await inTransaction(knex, async tx => {
      await tx('tickets').insert({ id: 1 });
      await expect(count()).resolves.toBe(0);
    });
    await expect(count()).resolves.toBe(1);
  });

  it('holds up nobody who writes', async () => {
    const read = reading.knex.raw(LONG);
    let isRead = false;
    const ended = read.then(() => {
      isRead = true;
    });
    await knex('tickets').insert({ id: 1 });
    expect(isRead).toBe(false);
    await ended;
  });

  it('leaves a thread to others while a search and a report are under way', async () => {
    const ended: string[] = [];
    const sql = LONG.replace('3000000', '9000000');
    const dear = ['search', 'report'].map(name =>
      reading.knex
        .raw(sql)
        .then(() => ended.push(name))
        // the desk ends before
        .catch(() => {}),
    );
    await reading.knex('tickets');
    expect(ended).toEqual([]);
    await reading.close();
    await Promise.all(dear);
  });

  it('takes values as knex does, and gives rows as it does', async () => {
    const at = new Date('2026-03-05T10:00:00Z');
    await knex('tickets').insert({ id: 1, created_at: at });
    const rows = (from: Knex) =>
      from('tickets')
        .where({ created_at: at })
        .andWhereRaw('? = 1', [true])
        .select('*', from.raw('? as unknown', [null]));
    await expect(rows(reading.knex)).resolves.toEqual(await rows(knex));
  });

  it('is only read', async () => {
    await expect(reading.knex('tickets').insert({ id: 1 })).rejects.toThrow();
    await expect(knex('tickets')).resolves.toEqual([]);
  });

  it('fails with errors that repeat neither statements nor values', async () => {
    const read = reading.knex('no_tickets').where({ id: 'secret' });
    const error = await read.catch((failure: unknown) => failure);
    expect(error).toMatchObject({
      code: 'SQLITE_ERROR',
      message:
        'The database refused a statement (SQLITE_ERROR, no such table: no_tickets)',
    });
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  it('keeps nobody waiting for a statement when the desk ends', async () => {
    await reading.knex.raw('select 1');
    const read = reading.knex
      .raw(LONG.replace('3000000', '9000000'))
      .catch((failure: unknown) => failure);
    // so that the thread is in the middle of it
    await sleep(200);
    const begin = performance.now();
    const closed = reading.close();
    expect(await read).toMatchObject({ code: 'SQLITE_INTERRUPT' });
    expect(performance.now() - begin).toBeLessThan(200);
    await closed;
  });

  it('gives way to the event loop where processors are scarce', async () => {
    await reading.knex('tickets');
    const own = getPriority();
    const lower = Math.min(own + 10, 19);
    const isLinux = process.platform === 'linux';
    expect(new Set(await nicenessOfThreads())).toEqual(
      new Set(isLinux ? [own, lower] : []),
    );
  });

  it('goes on after a thread ended', async () => {
    const reader = await reading.knex.client.acquireConnection();
    await reader.close();
    await reading.knex.client.releaseConnection(reader);
    await expect(reading.knex('tickets')).resolves.toEqual([]);
  });
});

describe('a file of SQLite', () => {
  it('has every commit on the disk, by a connection to come too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reading-'));
    const filename = join(folder, 'tickets.sqlite');
    for (const start of ['first', 'second']) {
      const knex = makeKnex({
        client: 'better-sqlite3',
        connection: { filename },
        useNullAsDefault: true,
      });
      await setUpConnections(knex);
      const pragmas = [
        await knex.raw('pragma journal_mode'),
        await knex.raw('pragma synchronous'),
      ];
      expect({ start, pragmas }).toEqual({
        start,
        pragmas: [[{ journal_mode: 'wal' }], [{ synchronous: 2 }]],
      });
      await knex.destroy();
    }
    await rm(folder, { recursive: true });
  });
});

describe('what is in memory alone', () => {
  it('is read where it is written', async () => {
    const knex = makeKnex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    await setUpConnections(knex);
    const logger = mockServices.logger.mock();
    const reading = await openReadingConnections(knex, logger);
    expect(reading.knex).toBe(knex);
    expect(logger.warn).not.toHaveBeenCalled();
    await reading.close();
    await expect(knex.raw('select 1 as one')).resolves.toEqual([{ one: 1 }]);
    await knex.destroy();
  });
});
