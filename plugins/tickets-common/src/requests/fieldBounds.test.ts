import { excessOf } from './fieldBounds';

const list = (length: number, entry: unknown = 1): unknown[] =>
  Array.from({ length }, () => entry);

const nested = (depth: number): unknown =>
  JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);

describe('the bounds of a form', () => {
  it.each<[what: string, fits: unknown, over: unknown, why: string]>([
    [
      'the entries of a list',
      { a: { b: list(200) } },
      { a: { b: list(201) } },
      'a list can have at most 200 entries',
    ],
    [
      'the values in all',
      { a: list(4, list(199)), b: list(197), c: 1 },
      { a: list(4, list(199)), b: list(197), c: 1, d: 1 },
      'the fields can have at most 1000 values in total',
    ],
    [
      'the depth',
      nested(10),
      nested(11),
      'fields can be nested up to 10 levels deep',
    ],
    [
      'the length',
      { a: 'x'.repeat(65_528) },
      { a: 'x'.repeat(65_529) },
      'the fields can have at most 65536 characters in total',
    ],
  ])('hold for %s', (_what, fits, over, why) => {
    expect(excessOf(Object(fits))).toBeUndefined();
    expect(excessOf(Object(over))?.message).toBe(why);
  });
});
