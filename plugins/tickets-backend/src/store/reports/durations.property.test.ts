import fc from 'fast-check';
import type { Knex } from 'knex';
import { cases } from '../../__testUtils__/cases';
import { testDatabases } from '../../__testUtils__/databases';
import { type DurationRow, durationsOf, groupDurations } from './durations';

jest.setTimeout(60_000);

const databases = testDatabases();

async function withFacts(knex: Knex): Promise<Knex> {
  await knex.schema.createTable('facts', table => {
    table.integer('key');
    table.bigInteger('took');
  });
  return knex;
}

async function percentilesOf(knex: Knex, values: readonly (number | null)[]) {
  await knex('facts').delete();
  for (const took of values) {
    await knex('facts').insert({ key: 0, took });
  }
  const rows: DurationRow[] = await groupDurations(
    knex,
    knex.from('facts').select('key', 'took'),
  );
  return rows.map(durationsOf);
}

describe.each(databases.ids)('durations on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await withFacts(await databases.init(id));
  });

  it.each([
    [[null], { count: 0, median: null, p90: null }],
    [[7], { count: 1, median: 7, p90: 7 }],
    [[7, null, null], { count: 1, median: 7, p90: 7 }],
    [[30, 10], { count: 2, median: 20, p90: 28 }],
    [[30, 10, null], { count: 2, median: 20, p90: 28 }],
    [[5, 1, 3], { count: 3, median: 3, p90: 4.6 }],
    [[4, 4, 4, 4], { count: 4, median: 4, p90: 4 }],
    [[0, 0, 0, 100], { count: 4, median: 0, p90: 70 }],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0], { count: 11, median: 5, p90: 9 }],
    // longer than 24 days, which is more than 32 bits of milliseconds
    [
      [4_000_000_000, 5_000_000_000],
      { count: 2, median: 4_500_000_000, p90: 4_900_000_000 },
    ],
  ])('of %j are %j', async (values, expected) => {
    const [{ count, median, p90 }] = await percentilesOf(knex, values);
    expect({ count, median, p90: p90 && Number(p90.toFixed(6)) }).toEqual(
      expected,
    );
  });

  it('are none of nothing', async () => {
    expect(await percentilesOf(knex, [])).toEqual([]);
  });

  it('are told apart by their keys', async () => {
    await knex('facts').delete();
    await knex('facts').insert([
      { key: 1, took: 10 },
      { key: 2, took: 20 },
      { key: 1, took: 30 },
      { key: 3, took: null },
    ]);
    const rows: (DurationRow & { key: number })[] = await groupDurations(
      knex,
      knex.from('facts').select('key', 'took'),
    );
    expect(
      rows
        .map(row => [row.key, durationsOf(row).median])
        .sort(([a], [b]) => Number(a) - Number(b)),
    ).toEqual([
      [1, 20],
      [2, 20],
      [3, null],
    ]);
  });
});

it('durations are those of percentile_cont of PostgreSQL', async () => {
  const knex = await withFacts(await databases.init('POSTGRES_18'));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 10_000 }), {
        minLength: 1,
        maxLength: 12,
      }),
      async values => {
        const [found] = await percentilesOf(knex, values);
        const {
          rows: [{ both }],
        } = await knex.raw<{ rows: { both: number[] }[] }>(
          'select percentile_cont(array[0.5, 0.9]) within group (order by took) as both from facts',
        );
        expect(found.median).toBeCloseTo(both[0], 6);
        expect(found.p90).toBeCloseTo(both[1], 6);
      },
    ),
    { numRuns: cases(50) },
  );
});
