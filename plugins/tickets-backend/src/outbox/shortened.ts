const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Shortens a text to so many UTF-16 code units, which is never more than a
 * database counts in characters. It cuts between characters that people see,
 * and adds an ellipsis.
 */
export function shortened(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  let end = 0;
  for (const { index, segment } of characters.segment(text)) {
    if (index + segment.length > most - 1) {
      break;
    }
    end = index + segment.length;
  }
  return `${text.slice(0, end)}…`;
}
