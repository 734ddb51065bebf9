/** From one code point to another, both included. */
export type CodePointRange = readonly [from: number, to: number];

/** In texts of their own, so that no two surrogates become one code point. */
const planes: readonly CodePointRange[] = [
  [0x0000, 0xdbff],
  [0xdc00, 0xdfff],
  [0xe000, 0x10ffff],
];

const known = new Map<string, CodePointRange[]>();

/**
 * All code points that a character set such as `\s`, `.` or `\p{Lu}` stands
 * for, as the platform has it.
 *
 * @param set - as it is written in a regular expression
 */
export function codePointsOf(set: string): CodePointRange[] {
  const ranges = known.get(set) ?? findCodePoints(set);
  known.set(set, ranges);
  return ranges;
}

function findCodePoints(set: string): CodePointRange[] {
  const runs = new RegExp(`(?:${set})+`, 'gu');
  return planes.flatMap(([from, to]) => {
    const text = textOf(from, to);
    // places in a text count the later planes twice
    const codePointAt = (place: number) => Number(text.codePointAt(place));
    return [...text.matchAll(runs)].map(({ index, 0: run }): CodePointRange => {
      const first = codePointAt(index);
      return [first, first + [...run].length - 1];
    });
  });
}

function textOf(from: number, to: number): string {
  let text = '';
  for (let codePoint = from; codePoint <= to; codePoint += 1) {
    text += String.fromCodePoint(codePoint);
  }
  return text;
}
