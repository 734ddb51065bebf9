import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { SearchTerm } from '../../domain/search/searchQuery';
import {
  type WeightedTerm,
  similarityOf,
  weightOf,
} from '../../domain/search/similarity';
import { matching } from '../lists/matching';
import type { StoredTicket } from '../TicketStore';
import { withAssets } from '../findTickets';
import type { TicketRow } from '../tickets';
import { newestMatches } from './newestMatches';
import { newestText } from './newestText';

/** What tickets are compared with. */
export interface SimilarRequest {
  readonly terms: readonly SearchTerm[];
  /** Tickets about it come before others. */
  readonly asset?: string;
  readonly limit: number;
}

/** So many subjects with a word are looked at, from the newest. */
const MOST_SUBJECTS = 100;

/** So many tickets are read at once to find those that somebody may read. */
const AT_ONCE = 100;

/** What it counts that a ticket is about the same asset. */
const SAME_ASSET = 0.3;

interface Candidate {
  readonly ticket_id: string;
  readonly seq: number | string;
  readonly words: string;
}

/** The most similar tickets that somebody may read, compared by subject alone. */
export async function findSimilar(
  knex: Knex,
  scope: Scope,
  { terms, asset, limit }: SimilarRequest,
): Promise<StoredTicket[]> {
  const newest = await newestText(knex);
  const weighted: WeightedTerm[] = [];
  const seqs = new Set<number>();
  for (const term of terms) {
    const found = await newestMatches(knex, {
      query: { wanted: [term], unwanted: [] },
      before: newest + 1,
      limit: MOST_SUBJECTS,
      ofTickets: true,
    });
    found.forEach(seq => seqs.add(seq));
    weighted.push({ term, weight: weightOf(...frequency(found, newest)) });
  }
  const ids = await ranked(knex, [...seqs], weighted, asset);
  return readableAmong(knex, scope, ids, limit);
}

/** How often a word occurs: where only the newest were counted, as they do. */
function frequency(
  found: readonly number[],
  newest: number,
): [occurrences: number, texts: number] {
  return found.length < MOST_SUBJECTS
    ? [found.length, newest]
    : [found.length, newest - found[found.length - 1] + 1];
}

/** Ids of tickets, from the most similar one; of equal ones the newest first. */
async function ranked(
  knex: Knex,
  seqs: readonly number[],
  terms: readonly WeightedTerm[],
  asset: string | undefined,
): Promise<string[]> {
  if (seqs.length === 0) {
    return [];
  }
  const candidates: Candidate[] = await knex('ticket_texts')
    .whereIn('seq', seqs)
    .select('ticket_id', 'seq', 'words');
  const aboutAsset = await ticketsAbout(
    knex,
    asset,
    candidates.map(({ ticket_id: id }) => id),
  );
  return candidates
    .map(({ ticket_id: id, seq, words }) => ({
      id,
      seq: Number(seq),
      similarity: similarityOf(terms, words.split(' ')),
    }))
    .filter(({ similarity }) => similarity > 0)
    .map(({ similarity, ...rest }) => ({
      ...rest,
      score: similarity + (aboutAsset.has(rest.id) ? SAME_ASSET : 0),
    }))
    .sort((one, other) => other.score - one.score || other.seq - one.seq)
    .map(({ id }) => id);
}

async function ticketsAbout(
  knex: Knex,
  asset: string | undefined,
  ids: readonly string[],
): Promise<Set<string>> {
  return new Set<string>(
    asset === undefined
      ? []
      : await knex('ticket_assets')
          .where({ entity_ref: asset })
          .whereIn('ticket_id', ids)
          .pluck('ticket_id'),
  );
}

/** The first of some tickets that somebody may read. */
async function readableAmong(
  knex: Knex,
  scope: Scope,
  ids: readonly string[],
  limit: number,
): Promise<StoredTicket[]> {
  const readable: StoredTicket[] = [];
  for (
    let from = 0;
    from < ids.length && readable.length < limit;
    from += AT_ONCE
  ) {
    const some = ids.slice(from, from + AT_ONCE);
    const rows: TicketRow[] = await matching(knex, scope, {})
      .whereIn('tickets.id', some)
      .select('tickets.*');
    readable.push(
      ...(await withAssets(knex, rows)).sort(
        (one, other) => some.indexOf(one.id) - some.indexOf(other.id),
      ),
    );
  }
  return readable.slice(0, limit);
}
