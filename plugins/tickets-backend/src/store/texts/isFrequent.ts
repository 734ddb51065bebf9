import type { Knex } from 'knex';
import type { SearchQuery } from '../../domain/search/searchQuery';
import { withNewestMatches } from './newestMatches';

/** So many of the newest texts that match tell how frequent they are. */
const LOOKED_AT = 200;

/** Of so many texts one matches, at least. */
const SPARSEST = 50;

/** Or so many of all texts match, as far as the newest ones tell. */
const MANY = 50_000;

/**
 * Whether so many texts match, readable or not, that it takes longer to find
 * them all than to read a list until enough of its tickets have one.
 */
export async function isFrequent(
  knex: Knex,
  query: SearchQuery,
): Promise<boolean> {
  if (query.wanted.length === 0) {
    return false;
  }
  const [{ before, from, count }]: Record<string, number | string>[] =
    await withNewestMatches(knex, {
      query,
      limit: LOOKED_AT,
    })
      .from('search_window')
      .select('before', 'from', knex('matched').count('*').as('count'));
  const sparsest = Math.max(SPARSEST, Number(before) / MANY);
  return (
    Number(count) === LOOKED_AT &&
    Number(before) - Number(from) <= LOOKED_AT * sparsest
  );
}
