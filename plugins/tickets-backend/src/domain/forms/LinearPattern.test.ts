import fc from 'fast-check';
import { LinearPattern, MAX_PATTERN_TEXT } from './LinearPattern';

/** What patterns are made of. */
const atoms = [
  'a',
  'b',
  '_',
  '7',
  ' ',
  ':',
  '\u00e9',
  '\u{1f600}',
  '.',
  '[',
  ']',
  '-',
  '/',
  '=',
].map(text =>
  text.replace(/[[\]./-]/g, sign => (sign === '-' ? sign : `\\${sign}`)),
);

const sets = [
  '.',
  '\\d',
  '\\D',
  '\\w',
  '\\W',
  '\\s',
  '\\S',
  '\\p{Lu}',
  '\\P{L}',
  '\\p{Letter}',
  '\\p{Script=Greek}',
  '\\p{Emoji}',
  '[ab]',
  '[^ab]',
  '[a-c7]',
  '[\\w.-]',
  '[^\\s:]',
  '[[:alpha:]',
  '[\\S]',
  '[\\p{Lu}\\d]',
  '[]',
  '[^]',
  '[\\b]',
  '\\n',
  '\\u00e9',
  '\\ud83d\\ude00',
  '\\u{1f600}',
  '\\cJ',
  '\\x41',
  '\\0',
  '\\t',
  '\\[',
  '[\\]\\-]',
  '\\b',
  '\\B',
  '^',
  '$',
];

const pattern = fc.letrec<{ part: string; whole: string }>(tie => ({
  part: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...atoms, ...sets),
    fc
      .tuple(
        tie('part'),
        fc.constantFrom('*', '+', '?', '{2}', '{0,3}', '+?', '{1,}'),
      )
      .map(([inside, quantifier]) => `(?:${inside})${quantifier}`),
    fc
      .tuple(tie('whole'), fc.constantFrom('(', '(?:', '(?<name>'))
      .map(([inside, open]) => `${open}${inside})`),
  ),
  whole: fc.oneof(
    { maxDepth: 3 },
    fc
      .array(tie('part'), { minLength: 1, maxLength: 4 })
      .map(parts => parts.join('')),
    fc
      .tuple(tie('whole'), tie('whole'))
      .map(alternatives => alternatives.join('|')),
  ),
})).whole;

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'a',
        'b',
        'c',
        'A',
        '7',
        '_',
        ' ',
        ':',
        '-',
        '/',
        '[',
        ']',
        '.',
        '=',
        '\n',
        '\r',
        '\u2028',
        '\u00a0',
        '\u3000',
        '\ufeff',
        '\u00e9',
        '\u03b1',
        '\u{1f600}',
        '\ud83d',
        '\ude00',
        '\u0000',
        '\t',
        '\u0008',
        '',
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { maxLength: 6 },
  )
  .map(parts => parts.join(''));

/** Parts whose repetitions cannot be mistaken for each other. */
const counted = fc
  .tuple(
    fc.constantFrom('^', ''),
    fc.uniqueArray(
      fc.constantFrom('.', '[^<>]', 'a', '[b-y]', '\\d', '\\p{Lu}', '\\s'),
      { minLength: 1, maxLength: 3 },
    ),
    fc.array(fc.tuple(fc.nat(300), fc.nat(600)), {
      minLength: 3,
      maxLength: 3,
    }),
    fc.constantFrom('$', ''),
  )
  .map(
    ([begin, parts, counts, end]) =>
      begin +
      parts
        .map((part, index) => {
          const [least, more] = counts[index];
          return `${part}{${least},${least + more}}`;
        })
        .join('<') +
      end,
  );

const runs = fc
  .array(
    fc.tuple(
      fc.constantFrom('a', 'b', '7', 'X', ' ', '<', '>', '\n', '\u{1f600}'),
      fc.nat(400),
    ),
    { maxLength: 6 },
  )
  .map(parts => parts.map(([part, count]) => part.repeat(count)).join(''));

/** Undefined for what is no regular expression. */
function platformPattern(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'u');
  } catch {
    return undefined;
  }
}

describe('a pattern', () => {
  it('says the same as a regular expression of the platform', () => {
    fc.assert(
      fc.property(
        pattern,
        fc.array(text, { maxLength: 8 }),
        (source, texts) => {
          // who may use a name twice is none of the desk's business
          fc.pre(source.split('(?<name>').length <= 2);
          const platform = platformPattern(source);
          fc.pre(platform !== undefined);
          const linear = new LinearPattern(source);
          for (const sample of texts) {
            expect([source, sample, linear.test(sample)]).toEqual([
              source,
              sample,
              platform?.test(sample),
            ]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says the same where it repeats very much', () => {
    fc.assert(
      fc.property(counted, runs, (source, sample) => {
        const linear = new LinearPattern(source);
        fc.pre(sample.length <= linear.longest);
        expect([source, sample, linear.test(sample)]).toEqual([
          source,
          sample,
          new RegExp(source, 'u').test(sample),
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '^(?:a|b){0,600}a[ab]{0,600}[^ab]$',
    '[ab]{0,600}a[ab]{0,600}[^ab]',
    '\\b.{1,1000}\\b\\n',
    '(?:a[ab]{800}|b[ab]{801})[^ab]',
  ])('takes bounded time for a text that has all of %s but its end', source => {
    const linear = new LinearPattern(source);
    expect(linear.longest).toBe(MAX_PATTERN_TEXT);
    // no two parts of it are alike
    const irregular = Array.from({ length: MAX_PATTERN_TEXT }, (_, index) =>
      (index * index + (index >> 3)) % 7 < 3 ? 'a' : 'b',
    ).join('');
    const start = performance.now();
    expect(linear.test(irregular)).toBe(false);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it.each([
    ['^a$', MAX_PATTERN_TEXT],
    ['^.{1,1000}$', MAX_PATTERN_TEXT],
    ['(?:a{50}b{50}c{50}){20}', 1_665],
  ])('%s is held against texts of up to %s characters', (source, longest) => {
    const linear = new LinearPattern(source);
    expect(linear.longest).toBe(longest);
    const sample = 'abc'.padStart(longest, 'x');
    const anything = new LinearPattern(`${source}|c$`);
    expect(anything.test(sample.slice(10))).toBe(true);
    expect(anything.test(sample.padStart(MAX_PATTERN_TEXT + 1, 'x'))).toBe(
      false,
    );
  });

  it.each([
    ['^(a+)+$', 'a', '!'],
    ['^(?:a|a)*$', 'a', '!'],
    ['^(?:\\w+\\s?)+$', 'a', '!'],
    ['^(?:a*)*b$', 'a', 'c'],
    ['(?:x+x+)+y', 'x', ''],
  ])('%s ends with the longest text', (source, repeated, end) => {
    const linear = new LinearPattern(source);
    const longest = `${repeated.repeat(MAX_PATTERN_TEXT - 1)}${end}`;
    expect(linear.test(longest)).toBe(false);
  });

  it('is in no text that is too long for it', () => {
    const anything = new LinearPattern('');
    expect(anything.test('x'.repeat(MAX_PATTERN_TEXT))).toBe(true);
    expect(anything.test('x'.repeat(MAX_PATTERN_TEXT + 1))).toBe(false);
  });

  it.each([
    [
      '(',
      'write a regular expression of ECMAScript: Invalid regular expression: /(/u: Unterminated group',
    ],
    ['^(?=a)', 'the pattern looks ahead or behind, which'],
    ['(?!a)b', 'the pattern looks ahead or behind, which'],
    ['(?<=a)b', 'the pattern looks ahead or behind, which'],
    ['(a)\\1', 'the pattern refers back to a group, which'],
    ['(?<n>a)\\k<n>', 'the pattern refers back to a group, which'],
    ['a{1001}', 'the pattern repeats something more than 1000 times'],
    [
      '(?:a{100}b{100}c{100}d{100}e{100}f{100}g{100}h{100}i{100}j{100}){10}',
      'the pattern repeats too much',
    ],
  ])('is not %s', (source, issue) => {
    expect(() => new LinearPattern(source)).toThrow(issue);
  });
});
