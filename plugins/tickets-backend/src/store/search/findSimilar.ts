import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { SearchTerm } from '../../domain/search/searchQuery';
import {
  type WeightedTerm,
  similarityOf,
  weightOf,
} from '../../domain/search/similarity';
import { occurrencesOf } from '../../domain/search/matching';
import { whereOneOfIds } from '../sql/dialect';
import { matchingTickets } from '../where/matchingTickets';
import type { StoredTicket } from '../tickets/StoredTicket';
import { withAssets } from '../tickets/findTickets';
import type { TicketRow } from '../tickets/TicketRow';
import type { Narrow } from '../sql/sql';
import { visibleIdsIfFew } from '../where/visibleIds';
import { whereItselfMatches } from '../texts/matches';
import { newestMatches } from '../texts/newestMatches';
import { newestText } from '../texts/newestText';

/** What tickets are compared with. */
export interface SimilarRequest {
  readonly terms: readonly SearchTerm[];
  /** Tickets about it come before others. */
  readonly asset?: string;
  readonly limit: number;
}

/** So many subjects with a word are compared, from the newest. */
const MOST_SUBJECTS = 50;

/** How often subjects are looked at to find so many, each time at more. */
const MOST_BATCHES = 2;

/** How many more are tried where few of them were for this person. */
const MORE = 8;

/** What it counts that a ticket is about the same asset. */
const SAME_ASSET = 0.3;

/** The subject of a ticket that the person may read. */
interface Candidate {
  readonly id: string;
  readonly seq: number;
  readonly words: readonly string[];
}

/**
 * The most similar tickets that the person may read, compared by subject alone.
 * The weight of a word depends only on tickets that they may read: otherwise the
 * order of their own tickets would reveal what is in those of others.
 */
export async function findSimilar(
  knex: Knex,
  scope: Scope,
  { terms, asset, limit }: SimilarRequest,
): Promise<StoredTicket[]> {
  const few = await visibleIdsIfFew(knex, scope, {});
  const { candidates, weighted } = few
    ? await similarInTickets(knex, scope, terms, few)
    : await similarInNewest(knex, scope, terms);
  const about = await ticketsAbout(knex, asset, candidates);
  // a ticket that others went into has several subjects
  const ids = [...new Set(ranked(candidates, weighted, about))].slice(0, limit);
  return inOrder(knex, scope, ids);
}

/** What a subject is compared with, and how much its words count there. */
interface Comparison {
  readonly candidates: readonly Candidate[];
  readonly weighted: readonly WeightedTerm[];
}

/** For people who see few tickets, the subjects of all of them are compared. */
async function similarInTickets(
  knex: Knex,
  scope: Scope,
  terms: readonly SearchTerm[],
  ids: readonly string[],
): Promise<Comparison> {
  const candidates = await readable(knex, scope, texts => {
    whereOneOfIds(texts, 'ticket_texts.ticket_id', ids);
    texts.where('ticket_texts.source', 'ticket').where(any => {
      any.whereRaw('1 = 0');
      for (const term of terms) {
        any.orWhere(one =>
          whereItselfMatches(one, { wanted: [term], unwanted: [] }),
        );
      }
    });
  });
  const weighted = terms.map(term => {
    const having = candidates.filter(
      ({ words }) => occurrencesOf(term, words).length > 0,
    );
    return { term, weight: weightOf(having.length, ids.length) };
  });
  return { candidates, weighted };
}

/** Of each word, the newest readable subjects that have it. */
async function similarInNewest(
  knex: Knex,
  scope: Scope,
  terms: readonly SearchTerm[],
): Promise<Comparison> {
  const newest = await newestText(knex);
  const candidates = new Map<number, Candidate>();
  const weighted: WeightedTerm[] = [];
  for (const term of terms) {
    const having = await newestReadable(knex, scope, term, newest);
    for (const candidate of having) {
      candidates.set(candidate.seq, candidate);
    }
    // of a frequent word, only the texts back to the oldest that is compared
    const texts =
      having.length < MOST_SUBJECTS
        ? newest
        : newest - having[having.length - 1].seq + 1;
    weighted.push({ term, weight: weightOf(having.length, texts) });
  }
  return { candidates: [...candidates.values()], weighted };
}

/** From the newest. Twice as many are looked at first, since some are hidden. */
async function newestReadable(
  knex: Knex,
  scope: Scope,
  term: SearchTerm,
  newest: number,
): Promise<Candidate[]> {
  const found: Candidate[] = [];
  let before = newest + 1;
  let limit = 2 * MOST_SUBJECTS;
  for (
    let batch = 0;
    batch < MOST_BATCHES && found.length < MOST_SUBJECTS && before > 0;
    batch++
  ) {
    const seqs = await newestMatches(knex, {
      query: { wanted: [term], unwanted: [] },
      before,
      limit,
      ofTickets: true,
    });
    if (seqs.length > 0) {
      const some = await readable(knex, scope, texts => {
        texts.whereIn('ticket_texts.seq', seqs);
      });
      found.push(...some.sort((one, other) => other.seq - one.seq));
    }
    before = seqs.length < limit ? 0 : seqs[seqs.length - 1];
    limit *= MORE;
  }
  return found.slice(0, MOST_SUBJECTS);
}

/** The readable tickets of some texts. */
async function readable(
  knex: Knex,
  scope: Scope,
  narrow: Narrow,
): Promise<Candidate[]> {
  const query = matchingTickets(knex, scope, {}).join(
    'ticket_texts',
    'ticket_texts.ticket_id',
    'tickets.id',
  );
  narrow(query);
  const rows: { id: string; seq: number | string; words: string }[] =
    await query.select('tickets.id', 'ticket_texts.seq', 'ticket_texts.words');
  return rows.map(({ id, seq, words }) => ({
    id,
    seq: Number(seq),
    words: words.split(' '),
  }));
}

/** Ids of tickets, from the most similar one; of equal ones the newest first. */
function ranked(
  candidates: readonly Candidate[],
  terms: readonly WeightedTerm[],
  aboutAsset: ReadonlySet<string>,
): string[] {
  return candidates
    .map(({ words, ...rest }) => ({
      ...rest,
      similarity: similarityOf(terms, words),
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
  candidates: readonly Candidate[],
): Promise<Set<string>> {
  return new Set<string>(
    asset === undefined || candidates.length === 0
      ? []
      : await knex('ticket_assets')
          .where({ entity_ref: asset })
          .whereIn(
            'ticket_id',
            candidates.map(({ id }) => id),
          )
          .pluck('ticket_id'),
  );
}

/** The tickets with these ids, as far as they may still be read. */
async function inOrder(
  knex: Knex,
  scope: Scope,
  ids: readonly string[],
): Promise<StoredTicket[]> {
  if (ids.length === 0) {
    return [];
  }
  const rows: TicketRow[] = await matchingTickets(knex, scope, {})
    .whereIn('tickets.id', ids)
    .select('tickets.*');
  const tickets = await withAssets(knex, rows);
  return tickets.sort(
    (one, other) => ids.indexOf(one.id) - ids.indexOf(other.id),
  );
}
