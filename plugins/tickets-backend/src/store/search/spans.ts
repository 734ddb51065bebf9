/** Sizes of the spans of numbers that the index marks: see the migration. */
const levels = [
  { mark: '/a', size: 2 ** 14 },
  { mark: '/b', size: 2 ** 17 },
  { mark: '/c', size: 2 ** 20 },
];

/** Most marks of a level that are asked for together. */
const MOST_MARKS = 8;

/** Texts that follow each other by their numbers. */
export interface TextSpan {
  /** The smallest number. */
  readonly from: number;
  /** One of these marks stands for every text of the span; none: all do. */
  readonly marks: readonly string[];
}

/** At least so many numbers below one, or all that there are. */
export function spanBelow(before: number, width: number): TextSpan {
  const level = levels.find(({ size }) => width <= MOST_MARKS * size);
  if (!level || width >= before) {
    return { from: 0, marks: [] };
  }
  const { mark, size } = level;
  const [first, last] = [before - width, before - 1].map(number =>
    Math.floor(number / size),
  );
  return {
    from: first * size,
    marks: Array.from(
      { length: last - first + 1 },
      (_, index) => `${mark}${first + index}`,
    ),
  };
}
