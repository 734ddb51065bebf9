import { occurrencesOf } from './matching';
import type { SearchQuery } from './searchQuery';
import type { FoundWord } from '@portaldesk/plugin-tickets-common';
import type { ReadText } from './readText';

/** A piece of a text, and whether it is what was looked for. */
export interface TextPart {
  readonly text: string;
  readonly hit: boolean;
}

/** About how many characters of a long text are shown. */
const EXCERPT_LENGTH = 180;

/** How much of that stands before the first hit. */
const LEAD = 60;

/**
 * The part of a text around the first thing that was looked for, on one line.
 *
 * @returns undefined when the text has nothing of it
 */
export function highlight(
  { wanted }: SearchQuery,
  { text, found, words }: ReadText,
): TextPart[] | undefined {
  const hits = new Set<FoundWord>();
  for (const term of wanted) {
    for (const begin of occurrencesOf(term, words)) {
      found
        .slice(begin, begin + term.words.length)
        .forEach(word => hits.add(word));
    }
  }
  const first = found.find(word => hits.has(word));
  return first && excerpt(text, found, hits, first);
}

function excerpt(
  text: string,
  found: readonly FoundWord[],
  hits: ReadonlySet<FoundWord>,
  first: FoundWord,
): TextPart[] {
  const short = text.length <= EXCERPT_LENGTH;
  const earliest = short ? 0 : Math.max(0, first.start - LEAD);
  const latest = short ? text.length : wholeCharacter(text, earliest);
  const shown = found.filter(
    word => word === first || (word.start >= earliest && word.end <= latest),
  );
  const from = earliest === 0 ? 0 : shown[0].start;
  const to =
    latest === text.length
      ? latest
      : Math.min(shown[shown.length - 1].end, latest);
  const parts: TextPart[] = from > 0 ? [{ text: '…', hit: false }] : [];
  let position = from;
  for (const { start, end } of shown.filter(word => hits.has(word))) {
    parts.push({ text: text.slice(position, start), hit: false });
    parts.push({ text: text.slice(start, Math.min(end, to)), hit: true });
    position = Math.min(end, to);
  }
  parts.push({ text: text.slice(position, to), hit: false });
  if (to < text.length) {
    parts.push({ text: '…', hit: false });
  }
  return joined(parts);
}

/**
 * The last possible end of the excerpt, which does not split a surrogate pair.
 */
function wholeCharacter(text: string, earliest: number): number {
  const latest = Math.min(text.length, earliest + EXCERPT_LENGTH);
  return /^[\uDC00-\uDFFF]/.test(text.slice(latest)) ? latest + 1 : latest;
}

/** Without empty parts, without line breaks, and neighbours of a kind as one. */
function joined(parts: readonly TextPart[]): TextPart[] {
  const whole: TextPart[] = [];
  for (const { text, hit } of parts) {
    const line = text.replace(/\s+/gu, ' ');
    const before = whole.at(-1);
    if (before?.hit === hit) {
      whole[whole.length - 1] = { text: before.text + line, hit };
    } else if (line !== '') {
      whole.push({ text: line, hit });
    }
  }
  return whole;
}
