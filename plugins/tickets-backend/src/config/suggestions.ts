import { distance } from 'fastest-levenshtein';

const nameOf = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1);

/**
 * What was most likely meant by something that does not exist. Of references of
 * the catalog only the name counts, which follows the last slash.
 *
 * @returns undefined when nothing is near enough to be worth naming
 */
export function closest(
  written: string,
  candidates: Iterable<string>,
): string | undefined {
  let best: { candidate: string; letters: number } | undefined;
  for (const candidate of candidates) {
    const letters = distance(written.toLowerCase(), candidate.toLowerCase());
    const allowed = mostDifferences(nameOf(written), nameOf(candidate));
    if (
      candidate !== written &&
      letters <= allowed &&
      letters < (best?.letters ?? Infinity)
    ) {
      best = { candidate, letters };
    }
  }
  return best?.candidate;
}

/** How many letters may differ: two swapped ones count as two. */
function mostDifferences(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  const shortest = Math.min(one.length, other.length);
  if (shortest < 3) return 0;
  return longest === 3 ? 1 : Math.max(2, Math.floor(longest / 3));
}

/** A sentence with the question whether something near was meant. */
export function withSuggestion(
  sentence: string,
  written: unknown,
  candidates: Iterable<string>,
): string {
  const meant =
    typeof written === 'string' ? closest(written, candidates) : undefined;
  return meant === undefined
    ? sentence
    : `${sentence} (did you mean ${meant}?)`;
}
