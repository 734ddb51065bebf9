import { WORDS_BITS, hashOf, newSecret, newWords, readWords } from './secrets';

const many = Array.from({ length: 500 }, newWords);

describe('secrets', () => {
  it('for machines have 256 bits and fit into an address', () => {
    const secrets = Array.from({ length: 100 }, newSecret);
    expect(new Set(secrets).size).toBe(100);
    for (const secret of secrets) {
      expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
      expect(encodeURIComponent(secret)).toBe(secret);
    }
  });

  it('for people have more than 80 bits, and use all letters', () => {
    expect(WORDS_BITS).toBeGreaterThan(80);
    expect(new Set(many).size).toBe(many.length);
    for (const words of many) {
      expect(words).toMatch(/^(?:(?:[bdfgklmnprst][aeiou]){3}-){4}\d{4}$/);
    }
    expect([...new Set(many.join(''))].sort().join('')).toBe(
      '-0123456789abdefgiklmnoprstu',
    );
  });

  it.each<[string, (words: string) => string]>([
    ['as they were shown', words => words],
    ['in capitals', words => words.toUpperCase()],
    ['with spaces', words => ` ${words.replaceAll('-', ' ')} `],
    ['on lines of their own', words => words.replaceAll('-', '\r\n')],
    ['in one', words => words.replaceAll('-', '')],
    ['with dots and commas', words => `${words.replaceAll('-', ', ')}.`],
  ])('for people can be typed %s', (_how, typed) => {
    many.forEach(words => expect(readWords(typed(words))).toBe(words));
  });

  it.each(['', 'bakuro', 'bakuro-timela-sonude-radiko', 'ß-ü', 'a'.repeat(99)])(
    'what is none stays what it is: %p',
    typed => expect(readWords(typed)).toBe(typed),
  );

  it('are kept as a hash that says nothing of them', () => {
    expect(hashOf('bakuro')).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf('bakuro')).not.toBe(hashOf('bakura'));
  });
});
