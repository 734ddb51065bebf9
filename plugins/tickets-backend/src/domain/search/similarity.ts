import { findWords } from '@portaldesk/plugin-tickets-common';
import { occurrencesOf } from './matching';
import { type SearchTerm, withSpellings } from './searchQuery';

/** More words of a subject are not compared. */
const MOST_TERMS = 8;

/** Shorter words say little, unless they are numbers. */
const FEWEST_LETTERS = 3;

/** Subjects that share less of what counts are not similar. */
const LEAST_SHARE = 0.3;

/** A word of a subject, and how much it counts. */
export interface WeightedTerm {
  readonly term: SearchTerm;
  readonly weight: number;
}

/**
 * What of a subject is compared, as far as it is typed: its longest words. The
 * last one may go on.
 */
export function subjectTerms(subject: string): SearchTerm[] {
  const found = findWords(subject);
  const last = found.at(-1)?.word;
  const typed = new Map(
    found.map(({ word, start, end }) => [word, subject.slice(start, end)]),
  );
  return [...typed.keys()]
    .filter(word => /^\p{N}/u.test(word) || word.length >= FEWEST_LETTERS)
    .sort((one, other) => other.length - one.length)
    .slice(0, MOST_TERMS)
    .map(word =>
      withSpellings(
        {
          words: [word],
          open: word === last && word.length >= FEWEST_LETTERS,
        },
        typed.get(word) ?? word,
      ),
    );
}

/** The rarer a word is among all texts, the more it counts. */
export function weightOf(occurrences: number, texts: number): number {
  return occurrences === 0 ? 0 : Math.log(1 + texts / occurrences);
}

/**
 * How similar a subject is, from 0 to 1, by the weight of the words that it
 * shares; 0 where that is little.
 */
export function similarityOf(
  terms: readonly WeightedTerm[],
  words: readonly string[],
): number {
  const sum = (some: readonly WeightedTerm[]) =>
    some.reduce((total, { weight }) => total + weight, 0);
  const shared = sum(
    terms.filter(({ term }) => occurrencesOf(term, words).length > 0),
  );
  const share = shared === 0 ? 0 : shared / sum(terms);
  return share < LEAST_SHARE ? 0 : share;
}
