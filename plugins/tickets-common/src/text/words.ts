import { foldText, isAscii } from './folding';

/**
 * A word of a text as it is searched for, and where it stands there.
 * @public
 */
export interface FoundWord {
  /** Without case and accents. */
  readonly word: string;
  /** Index of its first character in the text. */
  readonly start: number;
  /** Index after its last character. */
  readonly end: number;
}

/** Longer words are compared by this many characters. */
const MAX_WORD_LENGTH = 64;

/**
 * So much of a word is read, with its accents. To put thousands of accents on
 * one letter into their order would take long.
 */
const MOST_READ = 16 * MAX_WORD_LENGTH;

/**
 * Runs of letters, digits and their marks. Chinese and Japanese put no space
 * between words, so that each of their characters stands for itself.
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu;

/**
 * The words of a text, as they are kept and searched for: without case and
 * accents. All else separates words, so that `host-01`, `foo_bar` and
 * `anna@example.com` are several words that follow each other.
 *
 * Both databases store words instead of texts, so that they find the same. To
 * change what a word is, every text has to be indexed again.
 * @public
 */
export function findWords(text: string): FoundWord[] {
  return isAscii(text) ? findAsciiWords(text) : findAllWords(text);
}

function findAsciiWords(text: string): FoundWord[] {
  const lower = text.toLowerCase();
  const found: FoundWord[] = [];
  for (let end = 0; end < lower.length; end++) {
    const start = end;
    while (isAsciiWordPart(lower.charCodeAt(end))) {
      end++;
    }
    if (end > start) {
      const word = lower.slice(start, Math.min(end, start + MAX_WORD_LENGTH));
      found.push({ word, start, end });
    }
  }
  return found;
}

/** Whether it is the code of a digit or of a small letter. */
function isAsciiWordPart(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122);
}

function findAllWords(text: string): FoundWord[] {
  const found: FoundWord[] = [];
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const word = fold(written);
    if (word !== '') {
      found.push({ word, start: index, end: index + written.length });
    }
  }
  return found;
}

/** {@inheritDoc findWords} @public */
export function wordsOf(text: string): string[] {
  return findWords(text).map(({ word }) => word);
}

function fold(written: string): string {
  const plain = foldText(written.slice(0, MOST_READ)).replace(
    /[^\p{L}\p{N}]/gu,
    '',
  );
  return plain.length > MAX_WORD_LENGTH
    ? [...plain].slice(0, MAX_WORD_LENGTH).join('')
    : plain;
}
