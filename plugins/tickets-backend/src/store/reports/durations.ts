import type { Knex } from 'knex';
import type { StoredDurations } from './StoredFigures';

/** Tenths below which a percentile finds its share of all values. */
const percentiles = { median: 5, p90: 9 } as const;

type Bound = `${keyof typeof percentiles}_${'low' | 'high'}`;

/** The values around each percentile; drivers give large integers as text. */
export type DurationRow = Readonly<
  Record<'measured', number | string> & Record<Bound, number | string | null>
>;

/**
 * Groups rows by `key`, and finds the values around each percentile of `took`,
 * passing over what is null.
 *
 * @param facts - a query with the columns `key` and `took`
 */
export function groupDurations(
  knex: Knex,
  facts: Knex.QueryBuilder,
): Knex.QueryBuilder {
  const ranked = knex
    .from(facts.as('facts'))
    .select(
      'facts.*',
      knex.raw(
        'row_number() over (partition by key order by took nulls last) - 1 as place',
      ),
      knex.raw('count(took) over (partition by key) as measured'),
    )
    .as('ranked');
  const query = knex
    .from(ranked)
    .groupBy('key')
    .select('key')
    .max({ measured: 'measured' });
  for (const [name, tenths] of Object.entries(percentiles)) {
    // the places of a percentile: of as many values, the one before and after
    const below = `(measured - 1) * ${tenths} / 10`;
    const above = `((measured - 1) * ${tenths} + 9) / 10`;
    const around = `case when place in (${below}, ${above}) then took end`;
    query.select(
      knex.raw(`min(${around}) as ${name}_low`),
      knex.raw(`max(${around}) as ${name}_high`),
    );
  }
  return query;
}

/**
 * Percentiles as `percentile_cont` of SQL defines them: linear interpolation
 * between the two values around the place (n - 1) · p.
 */
export function durationsOf(row: DurationRow): StoredDurations {
  const count = Number(row.measured);
  const percentile = (name: keyof typeof percentiles) => {
    const low = row[`${name}_low`];
    const high = row[`${name}_high`];
    const beyond = (((count - 1) * percentiles[name]) % 10) / 10;
    return low === null || high === null
      ? null
      : Number(low) + beyond * (Number(high) - Number(low));
  };
  return { count, median: percentile('median'), p90: percentile('p90') };
}
