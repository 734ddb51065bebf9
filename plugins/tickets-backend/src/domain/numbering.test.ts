import fc from 'fast-check';
import { counterScope, formatNumber, parseMask } from './numbering';

const MAX_LENGTH = 255;
const noon = new Date('2026-03-07T12:00:00Z');

function numberOf(
  mask: string,
  count: number,
  { at = noon, category = null as string | null, timeZone = 'UTC' } = {},
) {
  return formatNumber(parseMask(mask, timeZone), { at, count, category });
}

describe('a number', () => {
  it.each([
    ['T{yyyy}-{00000}', 'T2026-00007'],
    ['{0}', '7'],
    ['{yy}{mm}{dd}.{000}', '260307.007'],
    ['{000}_{mm}-{yyyy}', '007_03-2026'],
    ['{category}-{00}', 'access-request-07'],
    ['Desk.{yyyy}_{category}-{0000}-X', 'Desk.2026_access-request-0007-X'],
    ['{000000000000}', '000000000007'],
  ])('by the mask %s is %s', (mask, number) => {
    expect(numberOf(mask, 7, { category: 'access-request' })).toBe(number);
  });

  it('says general, where the ticket has no category', () => {
    expect(numberOf('{category}-{00}', 7)).toBe('general-07');
  });

  it.each([
    [9, 'T09'],
    [99, 'T99'],
    [100, 'T100'],
    [1_234_567, 'T1234567'],
  ])('has as many digits as the count %i needs: %s', (count, number) => {
    expect(numberOf('T{00}', count)).toBe(number);
  });
});

describe('a mask', () => {
  it.each([
    ['T{yyyy}', 'it has no counter'],
    ['', 'it has no counter'],
    ['{0}-{00}', 'it has more than one counter'],
    ['{category}-{category}-{0}', 'it has more than one {category}'],
    ['{yyyy}-{000}{week}', 'it holds the unknown part {week}'],
    ['{YYYY}-{000}', 'it holds the unknown part {YYYY}'],
    ['{}-{000}', 'it holds the unknown part {}'],
    ['{constructor}-{000}', 'it holds the unknown part {constructor}'],
    ['{0000000000000}', 'it holds the unknown part {0000000000000}'],
    ['T {000}', 'it holds " "'],
    ['T/{000}', 'it holds "/"'],
    ['T#{000}', 'it holds "#"'],
    ['Ö{000}', 'it holds "Ö"'],
    ['🎉{000}', 'it holds "🎉"'],
    ['T{yyyy-{000}', 'it holds "{"'],
    ['{mm}-{000}', 'its month lacks a year, so numbers would repeat'],
    ['{yyyy}{dd}-{000}', 'its day lacks a month, so numbers would repeat'],
    ['{dd}-{000}', 'its day lacks a month, so numbers would repeat'],
    [
      '{category}{000}',
      'its category and its counter run together, so put a dash between them',
    ],
    [
      '{000}{yyyy}7{category}',
      'its category and its counter run together, so put a dash between them',
    ],
    [`${'x'.repeat(98)}{0}`, 'it is longer than 100 characters'],
  ])('is refused, when it is %j: %s', (mask, reason) => {
    expect(() => parseMask(mask)).toThrow(new Error(reason));
  });
});

describe('the counter', () => {
  const times = [
    '2025-12-31T23:59:59Z',
    '2026-01-01T00:00:00Z',
    '2026-01-01T23:59:59Z',
    '2026-01-31T12:00:00Z',
    '2026-02-01T12:00:00Z',
    '2026-02-02T12:00:00Z',
  ];

  it.each([
    ['{0}', 'never', [1, 1, 1, 1, 1, 1]],
    ['{category}-{0}', 'never', [1, 1, 1, 1, 1, 1]],
    ['{yyyy}-{0}', 'with the year', [1, 2, 2, 2, 2, 2]],
    ['{yy}-{0}', 'with the year', [1, 2, 2, 2, 2, 2]],
    ['{mm}{yyyy}-{0}', 'with the month', [1, 2, 2, 2, 3, 3]],
    ['{yy}{mm}{dd}-{0}', 'with the day', [1, 2, 2, 3, 4, 5]],
  ])('of %s restarts %s', (mask, _when, periods) => {
    const scopes = times.map(at => counterScope(parseMask(mask), new Date(at)));
    const distinct = [...new Set(scopes)];

    expect(scopes.map(scope => distinct.indexOf(scope) + 1)).toEqual(periods);
  });

  it.each([
    ['UTC', '2025-12-31T23:30:00Z', 'T251231-1'],
    ['Europe/Berlin', '2025-12-31T23:30:00Z', 'T260101-1'],
    ['Europe/Berlin', '2025-12-31T22:59:59Z', 'T251231-1'],
    ['America/New_York', '2026-01-01T04:59:59Z', 'T251231-1'],
    ['America/New_York', '2026-01-01T05:00:00Z', 'T260101-1'],
    ['Pacific/Kiritimati', '2025-12-31T10:00:00Z', 'T260101-1'],
    ['Europe/Berlin', '2026-06-30T22:30:00Z', 'T260701-1'],
  ])('in %s at %s begins with %s', (timeZone, time, number) => {
    const at = new Date(time);
    const mask = parseMask('T{yy}{mm}{dd}-{0}', timeZone);

    expect(formatNumber(mask, { at, count: 1, category: null })).toBe(number);
    expect(counterScope(mask, at)).toContain(
      `20${number.slice(1, 3)}-${number.slice(3, 5)}-${number.slice(5, 7)}`,
    );
  });

  it('goes on when only its width or the time zone is configured anew', () => {
    const scope = (mask: string, timeZone?: string) =>
      counterScope(parseMask(mask, timeZone), noon);

    expect(scope('T{yyyy}-{0}')).toBe(scope('T{yyyy}-{00000}'));
    expect(scope('T{yyyy}-{0}', 'Europe/Berlin')).toBe(scope('T{yyyy}-{0}'));
    expect(scope('T{yyyy}-{0}')).not.toBe(scope('X{yyyy}-{0}'));
  });
});

const datesArbitrary = fc.constantFrom(
  [],
  ['{yyyy}'],
  ['{yy}'],
  ['{yyyy}', '{mm}'],
  ['{yy}', '{mm}', '{dd}'],
  ['{yyyy}', '{yy}', '{mm}', '{dd}'],
);

/** Every mask that can be made of our parts in any order and that is taken. */
const maskArbitrary = fc
  .tuple(
    datesArbitrary,
    fc.subarray(['{category}']),
    fc.integer({ min: 1, max: 4 }).map(width => `{${'0'.repeat(width)}}`),
    fc.array(fc.stringMatching(/^[a1.-]{1,2}$/), { maxLength: 3 }),
  )
  .chain(([dates, category, counter, texts]) => {
    const parts = [...dates, ...category, counter, ...texts];
    return fc.shuffledSubarray(parts, {
      minLength: parts.length,
      maxLength: parts.length,
    });
  })
  .map(parts => parts.join(''))
  .filter(text => {
    try {
      return parseMask(text) !== undefined;
    } catch {
      return false;
    }
  });

/** Tickets whose dates, counts and categories are easily taken for each other. */
const lookalikes = [
  '2011-01-11T00:00:00Z',
  '2011-11-01T00:00:00Z',
  '2012-01-01T00:00:00Z',
].flatMap(at =>
  [1, 2, 11, 12, 111, 201, 2011, 20_111, 1_112_011].flatMap(count =>
    [null, 'a', 'a1', 'a11', '1', '1a', 'a-1', '11-a', 'a2011'].map(
      category => ({ at: new Date(at), count, category }),
    ),
  ),
);

describe('numbers', () => {
  it('differ whenever the counter or its count does, whatever the mask', () => {
    fc.assert(
      fc.property(maskArbitrary, text => {
        const mask = parseMask(text);
        const counts = new Map<string, Set<string>>();
        for (const ticket of lookalikes) {
          const number = formatNumber(mask, ticket);
          const count = `${counterScope(mask, ticket.at)} ${ticket.count}`;
          counts.set(number, (counts.get(number) ?? new Set()).add(count));
        }
        expect([...counts].filter(([, taken]) => taken.size > 1)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('differ between masks that share a counter, whatever the time', () => {
    const zones = ['UTC', 'Europe/Berlin', 'Pacific/Kiritimati'];
    fc.assert(
      fc.property(maskArbitrary, text => {
        const masks = ['{0}', '{00}', '{0000}'].flatMap(counter =>
          zones.map(zone => parseMask(text.replace(/\{0+\}/, counter), zone)),
        );
        const counts = new Map<string, Set<string>>();
        for (const mask of masks) {
          for (const ticket of lookalikes) {
            const number = formatNumber(mask, ticket);
            const count = `${counterScope(mask, ticket.at)} ${ticket.count}`;
            counts.set(number, (counts.get(number) ?? new Set()).add(count));
          }
        }
        expect([...counts].filter(([, taken]) => taken.size > 1)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('never repeat at a desk with many masks, when taken ones are passed over', () => {
    const filings = fc.array(
      fc.record({
        mask: fc.nat(),
        category: fc.constantFrom(null, 'a', 'a1', '1', '2026'),
        at: fc.date({
          min: new Date('2025-12-30T00:00:00Z'),
          max: new Date('2026-02-02T00:00:00Z'),
          noInvalidDate: true,
        }),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(
        fc.array(maskArbitrary, { minLength: 1, maxLength: 5 }),
        filings,
        (texts, tickets) => {
          const masks = texts.map(text => parseMask(text));
          const counters = new Map<string, number>();
          const taken = new Set<string>();
          for (const { mask: choice, category, at } of tickets) {
            const mask = masks[choice % masks.length];
            const scope = counterScope(mask, at);
            const before = counters.get(scope) ?? 0;
            // each number that was given can stand in the way once
            const count = Array.from(
              { length: taken.size + 1 },
              (_, index) => before + index + 1,
            ).find(
              candidate =>
                !taken.has(
                  formatNumber(mask, { at, count: candidate, category }),
                ),
            );
            expect(count).toBeDefined();
            counters.set(scope, Number(count));
            taken.add(
              formatNumber(mask, { at, count: Number(count), category }),
            );
          }
          expect(taken.size).toBe(tickets.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('fit into an address and into the database', () => {
    fc.assert(
      fc.property(
        maskArbitrary,
        fc.constantFrom(...lookalikes),
        (text, ticket) => {
          const number = formatNumber(parseMask(text), ticket);
          expect(number).toMatch(/^[A-Za-z0-9._-]*[0-9][A-Za-z0-9._-]*$/);
          expect(encodeURIComponent(number)).toBe(number);
        },
      ),
    );
    const longest = parseMask(`${'x'.repeat(85)}{category}-{0}`);
    const ticket = {
      at: noon,
      count: Number.MAX_SAFE_INTEGER,
      category: 'c'.repeat(64),
    };
    expect(formatNumber(longest, ticket).length).toBeLessThan(MAX_LENGTH);
    expect(counterScope(longest, noon).length).toBeLessThan(MAX_LENGTH);
  });
});
