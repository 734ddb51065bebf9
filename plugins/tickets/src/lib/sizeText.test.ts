import { limitText, sizeText } from './sizeText';

describe('sizeText', () => {
  it.each([
    [1, 'en', '1 byte'],
    [12_345, 'en', '12.3 kB'],
    [12_345, 'de', '12,3 kB'],
    [25_000_000, 'en', '25 MB'],
  ])('says %i in %s as %s', (bytes, locale, text) => {
    expect(sizeText(bytes, locale)).toBe(text);
  });
});

describe('limitText', () => {
  it.each([
    [67_108_864, '64 MiB'],
    [25_000_000, '25 MB'],
    [1536 * 1024, '1,536 KiB'],
  ])('says %i as %s', (bytes, text) => {
    expect(limitText(bytes, 'en')).toBe(text);
  });
});
