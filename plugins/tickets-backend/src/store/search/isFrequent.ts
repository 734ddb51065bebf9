import type { Knex } from 'knex';
import type { SearchQuery } from '../../domain/search/searchQuery';
import { withFrequentMarked } from './FrequentWords';
import { withNewestMatches } from './newestMatches';

/** So many of the newest texts that match tell how frequent they are. */
const LOOKED_AT = 200;

/** Of so many texts one matches, at least. */
const SPARSEST = 50;

/** Whether many of the newest texts match, whoever may read them. */
export async function isFrequent(
  knex: Knex,
  query: SearchQuery,
): Promise<boolean> {
  if (query.wanted.length === 0) {
    return false;
  }
  const [{ before, from, count }]: Record<string, number | string>[] =
    await withNewestMatches(knex, {
      query: await withFrequentMarked(knex, query),
      limit: LOOKED_AT,
    })
      .from('reach')
      .select('before', 'from', knex('matched').count('*').as('count'));
  return (
    Number(count) === LOOKED_AT &&
    Number(before) - Number(from) <= LOOKED_AT * SPARSEST
  );
}
