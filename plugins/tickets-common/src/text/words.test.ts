import fc from 'fast-check';
import { findWords, wordsOf } from './words';

describe('the words of a text', () => {
  it.each([
    ['Refunds fail', ['refunds', 'fail']],
    ['host-01 is down!', ['host', '01', 'is', 'down']],
    ['call foo_bar(x)', ['call', 'foo', 'bar', 'x']],
    ['anna@example.com', ['anna', 'example', 'com']],
    ['T2026-00042', ['t2026', '00042']],
    ['ORA-00942, 0x80070005', ['ora', '00942', '0x80070005']],
    ['Größe ÄNDERN', ['grosse', 'andern']],
    ['GRÖSSE', ['grosse']],
    ['cafe\u0301 café', ['cafe', 'cafe']],
    ['İstanbul', ['istanbul']],
    ['ΟΔΟΣ οδός', ['οδοσ', 'οδοσ']],
    ['Привет, Ёлка', ['привет', 'елка']],
    ['東京タワー', ['東', '京', 'タ', 'ワ', 'ー']],
    ['１２ ﬁle', ['12', 'file']],
    ["don't", ['don', 't']],
    ['\u0000\ud800 👍 --- !', []],
    ['', []],
  ])('of %j are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('are told apart by their first 64 characters', () => {
    const long = 'ab'.repeat(50);
    expect(wordsOf(long)).toEqual([long.slice(0, 64)]);
    expect(wordsOf('𝒜'.repeat(70))).toEqual(['a'.repeat(64)]);
  });

  it('have no more accents than are read', () => {
    // in their order, these accents would change places with each other
    expect(wordsOf(`a${'\u0301\u0316'.repeat(30_000)} b`)).toEqual(['a', 'b']);
    expect(wordsOf(`a${'\u0301'.repeat(2_000)}b`)).toEqual(['a']);
  });

  it('stand where they were found', () => {
    expect(findWords('  Über-x')).toEqual([
      { word: 'uber', start: 2, end: 6 },
      { word: 'x', start: 7, end: 8 },
    ]);
  });

  it('are the same beside letters of other languages', () => {
    const ascii = fc.string({ unit: 'binary-ascii', maxLength: 200 });
    fc.assert(
      fc.property(ascii, text => {
        const [last, ...others] = findWords(`${text} é`).reverse();
        expect(last.word).toBe('e');
        expect(findWords(text)).toEqual(others.reverse());
      }),
      { numRuns: 2000 },
    );
  });

  it('are made of letters and digits alone, and are words again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (binary, text) => {
          const words = wordsOf(`${binary} ${text}`);
          expect(words.join(' ')).toMatch(/^[\p{L}\p{N} ]*$/u);
          expect(wordsOf(words.join(' ')).join('')).toBe(words.join(''));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
