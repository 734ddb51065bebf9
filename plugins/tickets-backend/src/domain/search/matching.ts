import type { SearchQuery, SearchTerm } from './searchQuery';

/**
 * Whether a text has what is looked for: the decision that the databases make
 * by their indexes.
 */
export function matchesQuery(
  { wanted, unwanted }: SearchQuery,
  words: readonly string[],
): boolean {
  const has = (term: SearchTerm) => occurrencesOf(term, words).length > 0;
  return wanted.length > 0 && wanted.every(has) && !unwanted.some(has);
}

/** Where a term begins among the words of a text. */
export function occurrencesOf(
  term: SearchTerm,
  words: readonly string[],
): number[] {
  return words.flatMap((_, index) =>
    beginsAt(term, words, index) ? [index] : [],
  );
}

function beginsAt(
  { words: sought, open }: SearchTerm,
  words: readonly string[],
  begin: number,
): boolean {
  return sought.every((word, offset) => {
    const found = words[begin + offset];
    return open && offset === sought.length - 1
      ? found?.startsWith(word)
      : found === word;
  });
}
