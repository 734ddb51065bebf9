import fc from 'fast-check';
import { formatNumber, parseMask } from './numbering';
import { countOf, isNumberSought, readSoughtNumber } from './ticketNumbers';

describe('the number of a ticket', () => {
  it.each([
    ['T2026-00232', 'T2026-00232', undefined],
    ['t2026-232', 't2026-232', undefined],
    ['232', '232', 232],
    ['00232', '00232', 232],
    ['#232', '232', 232],
    ['# 232', '232', 232],
    ['ticket T2026-00232', 'T2026-00232', undefined],
    ['Ticket #232', '232', 232],
    ['Ticket-Nr. 232', '232', 232],
    ['ticket number: 232.', '232', 232],
    ['Anfrage Nr. T2026-00232', 'T2026-00232', undefined],
    ['[T2026-00232]', 'T2026-00232', undefined],
    ['(ticket T2026-00232)', 'T2026-00232', undefined],
    ['ticket-7', 'ticket-7', undefined],
    ['INC0010023', 'INC0010023', undefined],
    ['1234567890123456', '1234567890123456', undefined],
  ])('is read from %j', (text, typed, count) => {
    expect(readSoughtNumber(text)).toEqual({ typed, count });
  });

  it.each(['', '#', 'ticket', 'error 500', 'two 2', 'T2026-00232 fails', 'ü1'])(
    'is not read from %j',
    text => {
      expect(readSoughtNumber(text)).toBeUndefined();
    },
  );

  it.each([
    ['T2026-00232', 232],
    ['INC0010023', 10023],
    ['7', 7],
    ['T2026-00000', 0],
    ['abc', undefined],
    ['9'.repeat(16), undefined],
  ])('%s has the count %s', (number, count) => {
    expect(countOf(number)).toBe(count);
  });

  it('is found as people write it, whatever the mask', () => {
    const masks = fc
      .constantFrom(
        ...['T{yyyy}-{00000}', '{0000}', 'INC{0000000}', 'SD-{yy}{mm}-{0000}'],
        ...['{category}_{000}', '{yyyy}.{mm}.{dd}.{0}'],
      )
      .map(mask => parseMask(mask));
    const counts = fc.integer({ min: 1, max: 2_000_000 });
    fc.assert(
      fc.property(masks, counts, counts, (mask, count, other) => {
        const numberOf = (one: number) =>
          formatNumber(mask, {
            at: new Date(Date.UTC(2026, 4, 5)),
            count: one,
            category: 'vpn',
          });
        const number = numberOf(count);
        for (const typed of [
          ...[number, number.toLowerCase(), number.toUpperCase()],
          ...[`#${count}`, `${count}`, `0${count}`, `Ticket ${number}`],
          `[${number.replace(/(?<![0-9])0+(?=[0-9]+$)/, '')}]`,
        ]) {
          const sought = readSoughtNumber(typed);
          expect([typed, sought && isNumberSought(sought, number)]).toEqual([
            typed,
            true,
          ]);
          expect(sought && isNumberSought(sought, numberOf(other))).toBe(
            other === count,
          );
        }
      }),
    );
  });
});
