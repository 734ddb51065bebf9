import { dataUrlOf, textOf } from './readBlob';

const windows1252 = new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c]);

describe('textOf', () => {
  it.each([
    ['text/plain; charset=windows-1252', 'Müll'],
    ['text/plain; charset=unheard-of', 'M�ll'],
    ['text/plain', 'M�ll'],
  ])('reads %s', async (type, text) => {
    expect(await textOf(new Blob([windows1252], { type }), 100)).toBe(text);
  });

  it('reads no more than it is asked for', async () => {
    expect(await textOf(new Blob(['abcdef']), 3)).toBe('abc');
  });
});

describe('dataUrlOf', () => {
  it('gives an address of the content itself', async () => {
    expect(await dataUrlOf(new Blob(['hi'], { type: 'image/png' }))).toBe(
      'data:image/png;base64,aGk=',
    );
  });
});
