import { readableSize } from './readableSize';

it.each([
  [0, '0 bytes'],
  [1, '1 bytes'],
  [1023, '1023 bytes'],
  [1024, '1 KiB'],
  [1536, '1.5 KiB'],
  [64 * 1024 ** 2, '64 MiB'],
  [5 * 1024 ** 4, '5120 GiB'],
])('%i bytes are written as %s', (bytes, text) => {
  expect(readableSize(bytes)).toBe(text);
});
