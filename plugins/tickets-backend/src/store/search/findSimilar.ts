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

/** What it counts that a ticket is about the same asset. */
const SAME_ASSET = 0.3;

/** The subject of a ticket that somebody may read. */
interface Candidate {
  readonly id: string;
  readonly seq: number;
  readonly words: readonly string[];
}

/**
 * The most similar tickets that somebody may read, compared by subject alone.
 * How much a word counts follows from what they may read as well: else the
 * order of their own tickets would tell what is in those of others.
 */
export async function findSimilar(
  knex: Knex,
  scope: Scope,
  { terms, asset, limit }: SimilarRequest,
): Promise<StoredTicket[]> {
  const newest = await newestText(knex);
  const found: [SearchTerm, readonly number[]][] = [];
  for (const term of terms) {
    const seqs = await newestMatches(knex, {
      query: { wanted: [term], unwanted: [] },
      before: newest + 1,
      limit: MOST_SUBJECTS,
      ofTickets: true,
    });
    found.push([term, seqs]);
  }
  const candidates = await readable(knex, scope, [
    ...new Set(found.flatMap(([, seqs]) => seqs)),
  ]);
  const weighted = found.map(([term, seqs]) => {
    const occurrences = candidates.filter(({ seq }) => seqs.includes(seq));
    const texts = textsLookedAt(seqs, newest);
    return { term, weight: weightOf(occurrences.length, texts) };
  });
  const about = await ticketsAbout(knex, asset, candidates);
  const ids = ranked(candidates, weighted, about).slice(0, limit);
  return inOrder(knex, scope, ids);
}

/** Of a frequent word, only those back to the oldest that was found. */
function textsLookedAt(found: readonly number[], newest: number): number {
  return found.length < MOST_SUBJECTS
    ? newest
    : newest - found[found.length - 1] + 1;
}

async function readable(
  knex: Knex,
  scope: Scope,
  seqs: readonly number[],
): Promise<Candidate[]> {
  if (seqs.length === 0) {
    return [];
  }
  const rows: { id: string; seq: number | string; words: string }[] =
    await matching(knex, scope, {})
      .join('ticket_texts', 'ticket_texts.ticket_id', 'tickets.id')
      .whereIn('ticket_texts.seq', seqs)
      .select('tickets.id', 'ticket_texts.seq', 'ticket_texts.words');
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
  const rows: TicketRow[] = await matching(knex, scope, {})
    .whereIn('tickets.id', ids)
    .select('tickets.*');
  const tickets = await withAssets(knex, rows);
  return tickets.sort(
    (one, other) => ids.indexOf(one.id) - ids.indexOf(other.id),
  );
}
