import { wordsOf } from '@portaldesk/plugin-tickets-common';
import { type Spelling, otherSpellings } from './spellings';

/** Words that have to follow each other. */
export interface SearchTerm extends Spelling {
  /** How else they may be spelled, with as many words each; any will do. */
  readonly others?: readonly Spelling[];
  /** Whether very many texts are known to have each of its words. */
  readonly inMany?: boolean;
  /** Whether very many texts are known to have a word that begins like its last one. */
  readonly beginsMany?: boolean;
}

/** A parsed search text. */
export interface SearchQuery {
  /** All of these are in a text that is found; it finds nothing without any. */
  readonly wanted: readonly SearchTerm[];
  /** None of these is. */
  readonly unwanted: readonly SearchTerm[];
}

/** Words in quotation marks, or what stands between spaces. */
const TERM = /(-?)(?:"([^"]*)"?|([^\s"]+))/gu;

/** Fewer letters begin too many words. */
const FEWEST_LETTERS = 3;

/** A query of nothing but umlauts is not looked for in more spellings than these. */
const MOST_SPELLINGS = 40;

/**
 * Parses a search text. Every word has to match, and words in quotation marks,
 * or joined by other characters as in `host-01`, in this order. A minus
 * excludes what follows it. The last word may be incomplete, and others with an
 * asterisk. Every input is valid.
 */
export function readSearchQuery(text: string): SearchQuery {
  const terms = [...text.matchAll(TERM)].map(
    ([, minus, quoted, bare = '']) => ({
      minus: minus === '-',
      text: quoted ?? bare,
      words: wordsOf(quoted ?? bare),
      quoted: quoted !== undefined,
      asterisk: bare.endsWith('*'),
    }),
  );
  const last = terms.at(-1);
  const read = terms
    .filter(({ words }) => words.length > 0)
    .map(term => {
      const { minus, text: typed, words, quoted, asterisk } = term;
      const unfinished = asterisk || (term === last && !quoted && !minus);
      const open = unfinished && mayGoOn(words);
      return { minus, term: withSpellings({ words, open }, typed) };
    });
  const having = (wanted: boolean) =>
    distinct(
      read.filter(({ minus }) => minus !== wanted).map(({ term }) => term),
    );
  return withFewSpellings({
    wanted: having(true),
    unwanted: having(false),
  });
}

/** All ways to spell a term, as it was typed first. */
export function spellingsOf(term: SearchTerm): readonly Spelling[] {
  return term.others ? [term, ...term.others] : [term];
}

/** The same term with how else it may be spelled. */
export function withSpellings(term: Spelling, typed: string): SearchTerm {
  const others = otherSpellings(typed, term.open);
  return others.length > 0 ? { ...term, others } : term;
}

function withFewSpellings({ wanted, unwanted }: SearchQuery): SearchQuery {
  let left = MOST_SPELLINGS;
  const few = ({ others, ...term }: SearchTerm): SearchTerm => {
    left -= others?.length ?? 0;
    return others && left >= 0 ? { ...term, others } : term;
  };
  return { wanted: wanted.map(few), unwanted: unwanted.map(few) };
}

/** Behind other words, a single letter is enough. */
function mayGoOn(words: readonly string[]): boolean {
  const [first] = words;
  return words.length > 1 || [...first].length >= FEWEST_LETTERS;
}

/** Repeated terms are searched once. */
function distinct(terms: readonly SearchTerm[]): SearchTerm[] {
  const byText = new Map(terms.map(term => [JSON.stringify(term), term]));
  return [...byText.values()];
}
