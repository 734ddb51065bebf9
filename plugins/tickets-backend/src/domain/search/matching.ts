import { isAscii } from '@portaldesk/plugin-tickets-common';
import { type SearchQuery, type SearchTerm, spellingsOf } from './searchQuery';
import type { Spelling } from './spellings';

/**
 * Whether a text matches a query: the same decision that the databases make
 * with their indexes.
 */
export function matchesQuery(
  { wanted, unwanted }: SearchQuery,
  words: readonly string[],
): boolean {
  const has = (term: SearchTerm) => occurrencesOf(term, words).length > 0;
  return wanted.length > 0 && wanted.every(has) && !unwanted.some(has);
}

/**
 * Whether a text may match a query. This quickly excludes most texts before
 * their words are read, which takes longer.
 */
export function mayMatch({ wanted }: SearchQuery, text: string): boolean {
  if (!isAscii(text)) {
    return true;
  }
  const lower = text.toLowerCase();
  return wanted.every(term =>
    spellingsOf(term).some(({ words }) =>
      words.every(word => lower.includes(word)),
    ),
  );
}

/** Where a term begins among the words of a text, in any of its spellings. */
export function occurrencesOf(
  term: SearchTerm,
  words: readonly string[],
): number[] {
  const spellings = spellingsOf(term);
  const found = spellings.flatMap(one => placesOf(one, words));
  return spellings.length > 1 ? [...new Set(found)] : found;
}

function placesOf(term: Spelling, words: readonly string[]): number[] {
  const [first] = term.words;
  const found: number[] = [];
  if (term.open && term.words.length === 1) {
    words.forEach((word, index) => {
      if (word.startsWith(first)) {
        found.push(index);
      }
    });
    return found;
  }
  for (
    let index = words.indexOf(first);
    index >= 0;
    index = words.indexOf(first, index + 1)
  ) {
    if (goesOnAt(term, words, index)) {
      found.push(index);
    }
  }
  return found;
}

/** Whether the other words of a term follow its first one. */
function goesOnAt(
  { words: sought, open }: Spelling,
  words: readonly string[],
  begin: number,
): boolean {
  for (let offset = 1; offset < sought.length; offset++) {
    const found = words[begin + offset];
    const isThere =
      open && offset === sought.length - 1
        ? found?.startsWith(sought[offset])
        : found === sought[offset];
    if (!isThere) {
      return false;
    }
  }
  return true;
}
