import fc from 'fast-check';
import { foldText } from './folding';
import { sortKeyOf } from './sortKeyOf';

const inOrder = (texts: readonly string[]) =>
  [...texts].sort((one, other) =>
    Buffer.compare(Buffer.from(sortKeyOf(one)), Buffer.from(sortKeyOf(other))),
  );

describe('what texts are sorted by', () => {
  it.each([
    [['T2026-00232', 'T2026-99999', 'T2026-100000', 'T2026-1000000']],
    [['T2025-99999', 'T2026-00001', 'T2027-00001']],
    [['INC0009', 'INC0010', 'INC10000', 'REQ0001']],
    [['1-2026', '2-2026', '10-2026']],
    [['alpha', 'Beta', 'BETA b', 'gamma']],
    [['Apfel', 'Äpfel 1', 'apfel 2', 'Zebra']],
    [['Strasse a', 'Straße b', 'STRASSE c']],
    [['host 9', 'Host 10', 'host 11 b', 'host 100']],
    [['1 thing', '2 things', '10 things', 'things']],
    [['version 1.9', 'version 1.10', 'version 2']],
  ])('puts %j into this order', texts => {
    expect(inOrder([...texts].reverse())).toEqual(texts);
  });

  it.each([
    ['Größe', 'GRÖSSE'],
    ['Élan', 'elan'],
    ['t2026-232', 'T2026-00232'],
    ['０７', '7'],
    ['0', '000'],
  ])('is the same for %j and %j', (one, other) => {
    expect(sortKeyOf(one)).toBe(sortKeyOf(other));
  });

  it('orders numbers as numbers, however long and wherever they stand', () => {
    const digits = fc.stringMatching(/^[0-9]{1,20}$/);
    const other = fc.stringMatching(/^[A-Za-z .-]{0,5}$/);
    fc.assert(
      fc.property(digits, digits, other, other, (one, next, before, after) => {
        const [a, b] = [one, next].map(run =>
          Buffer.from(sortKeyOf(`${before}${run}${after}`)),
        );
        const difference = BigInt(one) - BigInt(next);
        expect(Math.sign(Buffer.compare(a, b))).toBe(
          difference < 0n ? -1 : Number(difference > 0n),
        );
      }),
    );
  });

  it('tells as little apart as folding does, and never more than is kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const key = sortKeyOf(text);
        expect(sortKeyOf(foldText(text))).toBe(key);
        expect([...key].length).toBeLessThanOrEqual(200);
        expect(Buffer.byteLength(key)).toBeLessThanOrEqual(800);
        expect(key).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});

describe('folding', () => {
  it.each([
    ['Überweisung', 'uberweisung'],
    ['MÜLLER & Söhne', 'muller & sohne'],
    ['cafe\u0301', 'cafe'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['ﬁle', 'file'],
  ])('of %j is %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('has nothing left to fold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 2000 },
    );
  });
});
