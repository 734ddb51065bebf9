const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A text that has at most so many UTF-16 code units, and so no more characters
 * than a database would count. It ends with a whole character of those that
 * people see, and an ellipsis where something is left out.
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
