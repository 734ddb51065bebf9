import type { Knex } from 'knex';
import {
  type SearchQuery,
  type SearchTerm,
  spellingsOf,
} from '../../domain/search/searchQuery';
import { isPostgres } from '../sql/dialect';

/** So many texts with words that begin alike take long to put together. */
const MANY_TEXTS = 20_000;

/** Milliseconds for which it is kept: what is frequent seldom changes. */
const KEPT_MS = 600_000;

/** About how many texts have a word. */
type FrequencyOfWords = ReadonlyMap<string, number>;

/**
 * The words of which PostgreSQL knows, from what it samples of all texts now and
 * then, that many have them. Its index is quick with a frequent word, and slow
 * with all words that begin like one.
 */
export class FrequentWords {
  #known: Promise<FrequencyOfWords> = Promise.resolve(new Map());
  #until = 0;

  constructor(
    private readonly knex: Knex,
    private readonly manyTexts: number = MANY_TEXTS,
  ) {}

  /** The same query, which knows what of it is in very many texts. */
  async mark(query: SearchQuery): Promise<SearchQuery> {
    if (!isPostgres(this.knex)) {
      return query;
    }
    const known = await this.#list();
    return {
      ...query,
      wanted: query.wanted.map(term => this.#marked(term, known)),
    };
  }

  #marked(term: SearchTerm, known: FrequencyOfWords): SearchTerm {
    const { words, open } = term;
    const last = words.length - 1;
    const areMany = words.map(
      (_, index) =>
        textsWithAny(known, term, index, open && index === last) >
        this.manyTexts,
    );
    return {
      ...term,
      inMany: areMany.every(Boolean),
      beginsMany: open && areMany[last],
    };
  }

  #list(): Promise<FrequencyOfWords> {
    const now = performance.now();
    if (now >= this.#until) {
      this.#until = now + KEPT_MS;
      // without them a search finds the same, and is slower
      this.#known = frequencyOfWords(this.knex).catch(() => new Map());
    }
    return this.#known;
  }
}

const ofDatabases = new WeakMap<Knex, FrequentWords>();

/** The same query, which knows what of it is in very many texts. */
export function withFrequentMarked(
  knex: Knex,
  query: SearchQuery,
): Promise<SearchQuery> {
  const frequent = ofDatabases.get(knex) ?? new FrequentWords(knex);
  ofDatabases.set(knex, frequent);
  return frequent.mark(query);
}

/** Texts with a word of a term in any of its spellings. */
function textsWithAny(
  known: FrequencyOfWords,
  term: SearchTerm,
  index: number,
  open: boolean,
): number {
  const words = new Set(spellingsOf(term).map(({ words: all }) => all[index]));
  return [...words].reduce(
    (sum, word) => sum + textsWith(known, word, open),
    0,
  );
}

/** @param open - whether words that begin like it count as well */
function textsWith(
  known: FrequencyOfWords,
  sought: string,
  open: boolean,
): number {
  if (!open) {
    return known.get(sought) ?? 0;
  }
  let sum = 0;
  for (const [word, texts] of known) {
    sum += word.startsWith(sought) ? texts : 0;
  }
  return sum;
}

async function frequencyOfWords(knex: Knex): Promise<FrequencyOfWords> {
  const { rows } = await knex.raw<{ rows: { word: string; texts: number }[] }>(`
    select word, share * reltuples as texts
    from pg_stats, pg_class,
      unnest(most_common_elems::text::text[], most_common_elem_freqs)
        as common (word, share)
    where schemaname = current_schema()
      and tablename = 'ticket_texts_words_idx'
      and pg_class.oid = 'ticket_texts'::regclass
      and word is not null`);
  return new Map(rows.map(({ word, texts }) => [word, Number(texts)]));
}
