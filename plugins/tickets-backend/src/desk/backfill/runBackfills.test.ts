import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import type { Backfill } from '../../store/backfill/Backfill';
import { storedBackfills } from '../../store/backfill/storedBackfills';
import { ThrottledLogger } from '../ThrottledLogger';
import { runBackfills } from './runBackfills';

jest.setTimeout(60_000);

const databases = testDatabases();

/** Fills in words with capitals, as far as they lack them. */
const capitals: Backfill = {
  id: 'capitals',
  what: 'capitals of words',
  pending: async knex => {
    const row = await knex('words').whereNull('capitals').count({ count: '*' });
    return Number(row[0].count);
  },
  fillBatch: async (tx, limit) => {
    const waiting = tx('words').whereNull('capitals').limit(limit);
    if (tx.client.config.client === 'pg') {
      waiting.forUpdate().skipLocked();
    }
    const rows: { id: number; word: string }[] = await waiting;
    for (const { id, word } of rows) {
      await tx('words').where({ id }).update({ capitals: word.toUpperCase() });
    }
    return rows.length;
  },
};

async function prepare(knex: Knex, count: number) {
  await knex.schema.dropTableIfExists('words');
  await knex.schema.createTable('words', table => {
    table.integer('id').primary();
    table.string('word').notNullable();
    table.string('capitals').nullable();
  });
  const rows = Array.from({ length: count }, (_, id) => ({
    id,
    word: `word${id}`,
  }));
  await knex.batchInsert('words', rows, 100);
}

function start(knex: Knex, all: readonly Backfill[]) {
  const logger = mockServices.logger.mock();
  return {
    backfills: storedBackfills(knex, () => new Date(), all),
    logger,
    throttledLogger: new ThrottledLogger(logger, () => new Date()),
    // nothing takes long, however slow the machine is
    time: { elapsed: () => 0, sleep: async () => {} },
  };
}

describe.each(databases.ids)('backfills on %s', id => {
  it('fill in all that waits, and say how much that was', async () => {
    const knex = await databases.init(id);
    await prepare(knex, 1_234);
    const context = start(knex, [capitals]);
    await runBackfills(context);
    expect(await capitals.pending(knex)).toBe(0);
    expect(await knex('words').where({ id: 1_200 }).first()).toEqual({
      id: 1_200,
      word: 'word1200',
      capitals: 'WORD1200',
    });
    expect(context.logger.info.mock.calls).toEqual([
      ['Filled in 1,234 capitals of words'],
    ]);
  });

  it('say nothing where nothing waits, and find what comes later', async () => {
    const knex = await databases.init(id);
    await prepare(knex, 0);
    const context = start(knex, [capitals]);
    await runBackfills(context);
    expect(context.logger.info).not.toHaveBeenCalled();
    await knex('words').insert({ id: 1, word: 'late' });
    await runBackfills(context);
    expect(await knex('words').pluck('capitals')).toEqual(['LATE']);
  });

  it('are done once, however many do them at the same time', async () => {
    const knex = await databases.init(id);
    await prepare(knex, 500);
    const both = [start(knex, [capitals]), start(knex, [capitals])];
    await Promise.all(both.map(context => runBackfills(context)));
    const notified = both.flatMap(({ logger }) =>
      logger.info.mock.calls.flat(),
    );
    const sum = notified
      .map(text => Number(/Filled in (\d+) /.exec(String(text))?.[1]))
      .reduce((total, count) => total + count, 0);
    expect(sum).toBe(500);
    expect(await capitals.pending(knex)).toBe(0);
  });

  it('end in the midst when the backend ends, and go on the next time', async () => {
    const knex = await databases.init(id);
    await prepare(knex, 2_000);
    const ending = new AbortController();
    const context = start(knex, [
      {
        ...capitals,
        fillBatch: async (tx, limit, times) => {
          const filled = await capitals.fillBatch(tx, limit, times);
          ending.abort();
          return filled;
        },
      },
    ]);
    await runBackfills(context, ending.signal);
    const left = await capitals.pending(knex);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(2_000);
    await runBackfills(start(knex, [capitals]));
    expect(await capitals.pending(knex)).toBe(0);
  });

  it('do not hold each other up when one fails, whose batch is undone', async () => {
    const knex = await databases.init(id);
    await prepare(knex, 50);
    const broken: Backfill = {
      ...capitals,
      id: 'broken',
      what: 'broken words',
      fillBatch: async tx => {
        await tx('words').update({ word: 'lost' });
        throw new Error('disk full');
      },
    };
    const context = start(knex, [broken, capitals]);
    await runBackfills(context);
    await runBackfills(context);
    expect(await capitals.pending(knex)).toBe(0);
    expect(await knex('words').where({ word: 'lost' })).toEqual([]);
    expect(context.logger.error.mock.calls).toEqual([
      [
        'Could not fill in broken words; this will be tried again',
        new Error('disk full'),
      ],
    ]);
  });

  it('tell every half a minute how far they are, and rest as long as they work', async () => {
    const knex = await databases.init(id);
    await prepare(knex, 400);
    let now = 0;
    const context = start(knex, [
      {
        ...capitals,
        fillBatch: (tx, limit, times) => {
          now += 10_000;
          return capitals.fillBatch(tx, limit, times);
        },
      },
    ]);
    const rests: number[] = [];
    await runBackfills({
      ...context,
      time: {
        elapsed: () => now,
        sleep: async milliseconds => {
          rests.push(milliseconds);
          now += milliseconds;
        },
      },
    });
    // the long batches become smaller: 100, 50, 25, 12 and then 10 rows
    expect(context.logger.info.mock.calls.flat().slice(0, 3)).toEqual([
      'Filled in 150 of about 400 capitals of words',
      'Filled in 187 of about 400 capitals of words',
      'Filled in 207 of about 400 capitals of words',
    ]);
    expect(context.logger.info).toHaveBeenLastCalledWith(
      'Filled in 400 capitals of words',
    );
    expect(new Set(rests)).toEqual(new Set([10_000]));
  });
});
