import fc from 'fast-check';
import { shortened } from './shortened';

const graphemes = (text: string) =>
  [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);

describe('shortened', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  const most = fc.integer({ min: 1, max: 40 });

  it('leaves short texts alone', () => {
    fc.assert(
      fc.property(text, short => {
        expect(shortened(short, short.length)).toBe(short);
      }),
    );
  });

  it('ends long texts with a whole character and an ellipsis', () => {
    fc.assert(
      fc.property(text, most, (long, length) => {
        fc.pre(long.length > length);
        const short = shortened(long, length);
        expect(short.length).toBeLessThanOrEqual(length);
        expect(short.endsWith('…')).toBe(true);
        const kept = graphemes(short.slice(0, -1));
        expect(kept).toEqual(graphemes(long).slice(0, kept.length));
      }),
    );
  });
});
