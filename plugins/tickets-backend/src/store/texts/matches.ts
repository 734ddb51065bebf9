import type { Knex } from 'knex';
import {
  type SearchQuery,
  type SearchTerm,
  spellingsOf,
} from '../../domain/search/searchQuery';
import type { Spelling } from '../../domain/search/spellings';
import { isPostgres } from '../sql/dialect';

/** What the index of PostgreSQL is made of, letter by letter: see the migration. */
const INDEXED = `array_to_tsvector(string_to_array(ticket_texts.words, ' ') || array[
  '/' || ticket_texts.source,
  '/a' || (ticket_texts.seq >> 14)::text,
  '/b' || (ticket_texts.seq >> 17)::text,
  '/c' || (ticket_texts.seq >> 20)::text
])`;

/** With fewer letters, too many words begin. */
const FEWEST_LETTERS = 3;

/**
 * Narrows a query over `ticket_texts` to those that have what is looked for: the
 * same decision as `matchesQuery` of the domain, in SQL. All that was typed
 * comes as words of letters and digits, and as bound values.
 */
export function whereMatches(
  query: Knex.QueryBuilder,
  search: SearchQuery,
): void {
  if (search.wanted.length === 0) {
    query.whereRaw('1 = 0');
  } else if (isPostgres(query)) {
    whereMatchesOnPostgres(query, search);
  } else {
    query.whereRaw(
      `ticket_texts.seq in (
        select rowid from ticket_texts_fts where ticket_texts_fts match ?
      )`,
      [fts5Query(search)],
    );
  }
}

/**
 * The same, but decided text by text: for few texts that another index finds, so
 * that the database cannot begin with all that have a frequent word.
 */
export function whereItselfMatches(
  query: Knex.QueryBuilder,
  { wanted, unwanted }: SearchQuery,
): void {
  if (wanted.length === 0) {
    query.whereRaw('1 = 0');
  }
  const place = isPostgres(query) ? 'strpos' : 'instr';
  const stands = `${place}(' ' || ticket_texts.words || ' ', ?)`;
  for (const term of wanted) {
    const { sql, bindings } = standsSomewhere(stands, term);
    query.whereRaw(sql, [...bindings]);
  }
  for (const spelling of unwanted.flatMap(spellingsOf)) {
    query.whereRaw(`${stands} = 0`, [inOrder(spelling)]);
  }
}

/** What FTS5 is asked for. */
export function fts5Query({ wanted, unwanted }: SearchQuery): string {
  const phrase = ({ words, open }: Spelling) =>
    `"${words.join(' ')}"${open ? ' *' : ''}`;
  const anyOf = (term: SearchTerm) =>
    term.others
      ? `(${spellingsOf(term).map(phrase).join(' OR ')})`
      : phrase(term);
  const having = wanted.map(anyOf).join(' AND ');
  return unwanted.length === 0
    ? having
    : `(${having}) NOT (${unwanted.map(anyOf).join(' OR ')})`;
}

/**
 * What the index of PostgreSQL is asked for; it needs something wanted. To put
 * together what begins very many texts takes long, so that this is left out where
 * there is anything else.
 */
export function tsqueryOf({ wanted }: SearchQuery): string {
  const quick = wanted.flatMap(quickLexemesOf);
  const lexemes = quick.length > 0 ? quick : wanted.flatMap(lexemesOfAny);
  return [...new Set(lexemes)].join(' & ');
}

/** Whether the index can find it only by putting very many texts together. */
export function isSlowToFind({ wanted }: SearchQuery): boolean {
  return wanted.flatMap(quickLexemesOf).length === 0;
}

/** Whether one of the words is in so few texts that they can be taken at once. */
export function isRare({ wanted }: SearchQuery): boolean {
  return !wanted.every(({ inMany }) => inMany);
}

/**
 * SQL of whether the index of PostgreSQL finds something for a text.
 *
 * @param sought - SQL of a `tsquery`, as of marks of the index
 */
export function whetherIndexed(sought: string): string {
  return `${INDEXED} @@ ${sought}`;
}

/** The index knows which words are there; their order is seen in the text. */
function whereMatchesOnPostgres(
  query: Knex.QueryBuilder,
  search: SearchQuery,
): void {
  const { sql, bindings } = unindexedConditions(search);
  query.whereRaw(`${whetherIndexed('?::tsquery')} ${sql}`, [
    tsqueryOf(search),
    ...bindings,
  ]);
}

/**
 * What has to be true of a text with all words that the index was asked for:
 * that they stand in their order, that others are not there, and others are.
 *
 * @returns conditions that are added to another one; often none
 */
export function unindexedConditions({ wanted, unwanted }: SearchQuery): {
  readonly sql: string;
  readonly bindings: readonly string[];
} {
  const phrases = wanted.filter(
    ({ words, beginsMany }) => words.length > 1 || beginsMany,
  );
  const stands = `strpos(' ' || ticket_texts.words || ' ', ?)`;
  const conditions = phrases.map(term => standsSomewhere(stands, term));
  const without = unwanted.flatMap(spellingsOf);
  return {
    sql: [
      ...conditions.map(({ sql }) => `and ${sql}`),
      ...without.map(() => `and ${stands} = 0`),
    ].join(' '),
    bindings: [
      ...conditions.flatMap(({ bindings }) => bindings),
      ...without.map(inOrder),
    ],
  };
}

/** SQL of whether a term stands in a text in any of its spellings. */
function standsSomewhere(
  stands: string,
  term: SearchTerm,
): { readonly sql: string; readonly bindings: readonly string[] } {
  const spellings = spellingsOf(term);
  const sql = spellings.map(() => `${stands} > 0`).join(' or ');
  return {
    sql: spellings.length > 1 ? `(${sql})` : sql,
    bindings: spellings.map(inOrder),
  };
}

function quickLexemesOf(term: SearchTerm): string[] {
  if (!term.beginsMany) {
    return lexemesOfAny(term);
  }
  const others = term.others?.map(withoutLastWord);
  return lexemesOfAny({ ...withoutLastWord(term), others });
}

function withoutLastWord({ words }: Spelling): Spelling {
  return { words: words.slice(0, -1), open: false };
}

/** What a text has in each spelling, or in one of several. */
function lexemesOfAny(term: SearchTerm): string[] {
  if (!term.others) {
    return lexemesOf(term);
  }
  const ways = spellingsOf(term).map(one => lexemesOf(one).join(' & '));
  return ways.includes('')
    ? []
    : [`(${ways.map(way => `(${way})`).join(' | ')})`];
}

function lexemesOf({ words, open }: Spelling): string[] {
  return words.flatMap((word, index) => {
    if (!open || index < words.length - 1) {
      return [`'${word}'`];
    }
    return [...word].length < FEWEST_LETTERS ? [] : [`'${word}':*`];
  });
}

function inOrder({ words, open }: Spelling): string {
  return ` ${words.join(' ')}${open ? '' : ' '}`;
}
