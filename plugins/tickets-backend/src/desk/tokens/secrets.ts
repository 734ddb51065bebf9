import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A secret for machines: 256 bits, in characters that fit into an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: those who read the database learn none. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/*
 * Words of the letters that German and English pronounce alike, so that they
 * can be spelled over the telephone. They mean nothing in either.
 */
const CONSONANTS = 'bdfgklmnprst';
const VOWELS = 'aeiou';
const SYLLABLES = 3;
const WORDS = 4;
const DIGITS = 4;

const WORD = `(?:[${CONSONANTS}][${VOWELS}]){${SYLLABLES}}`;
const WORDED = new RegExp(
  `^(${WORD}(?:-${WORD}){${WORDS - 1}})-(\\d{${DIGITS}})$`,
);

/**
 * A secret for people: four words and four digits, such as
 * `bakuro-timela-sonude-radiko-4821`. There are 2^84 of them, so that nobody
 * finds one by trying, not even those who have all hashes.
 */
export function newWords(): string {
  const letter = (letters: string) => letters[randomInt(letters.length)];
  const syllable = () => letter(CONSONANTS) + letter(VOWELS);
  const words = Array.from({ length: WORDS }, () =>
    Array.from({ length: SYLLABLES }, syllable).join(''),
  );
  const digits = Array.from({ length: DIGITS }, () => randomInt(10)).join('');
  return [...words, digits].join('-');
}

/** How many different words there are, as a power of two. */
export const WORDS_BITS =
  WORDS * SYLLABLES * Math.log2(CONSONANTS.length * VOWELS.length) +
  DIGITS * Math.log2(10);

/**
 * The words as they were made, from what a person typed: with capitals, spaces
 * or line breaks, or without anything between them. What cannot be words stays
 * what it is, and opens nothing.
 */
export function readWords(typed: string): string {
  const letters = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  const length = SYLLABLES * 2;
  const parts = Array.from({ length: WORDS }, (_, at) =>
    letters.slice(at * length, (at + 1) * length),
  );
  const words = [...parts, letters.slice(WORDS * length)].join('-');
  return WORDED.test(words) ? words : typed.trim();
}
