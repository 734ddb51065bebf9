import fc from 'fast-check';
import { cleanFile } from './cleanFile';
import type { SentFile } from './readForm';

const cleaned = (name: string, content: string | Buffer) =>
  cleanFile({ name, content: Buffer.from(content) }, 2);

describe('files of reporters', () => {
  it.each([
    ['Peter Meier.txt', 'report-2.txt'],
    ['letter', 'report-2.txt'],
    ['server.log', 'report-2.txt'],
    ['figures.csv', 'report-2.csv'],
    ['notes.md', 'report-2.md'],
  ])('%s loses its name: %s', (name, kept) => {
    const file = cleaned(name, 'Grüße');
    expect(file?.name).toBe(kept);
    expect(String(file?.content)).toBe('Grüße');
  });

  it.each<[string, Buffer]>([
    ['UTF-8 with a mark', Buffer.from('\ufeffGrüße')],
    ['UTF-16', Buffer.from('\ufeffGrüße', 'utf16le')],
    ['Windows-1252', Buffer.from('Grüße', 'latin1')],
  ])('texts in %s are written anew', (_charset, content) => {
    expect(cleaned('a.txt', content)?.content.toString('hex')).toBe(
      Buffer.from('Grüße').toString('hex'),
    );
  });

  it.each<[string, string | Buffer]>([
    ['photo.jpg', Buffer.from('ffd8ffe000104a46494600', 'hex')],
    ['photo.txt', Buffer.from('ffd8ffe000104a46494600', 'hex')],
    ['picture.png', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['letter.pdf', '%PDF-1.7\nAuthor'],
    ['letter.txt', '%PDF-1.7\nAuthor'],
    ['letter.docx', Buffer.from('504b0304140000000000', 'hex')],
    ['letter.rtf', '{\\rtf1 {\\info{\\author Meier}}}'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
    ['page.html', '<!doctype html><meta name=author content=Meier>'],
    ['data.xml', '<?xml version="1.0"?><author/>'],
    ['data.json', '{"author": "Meier"}'],
    ['a.zip', Buffer.from('504b0506', 'hex')],
  ])('%s is refused', (name, content) => {
    expect(cleaned(name, content)).toBeUndefined();
  });

  it('what is taken is text, under a name of ours', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.uint8Array({ minLength: 1 }),
        (name, bytes) => {
          const file = cleaned(name, Buffer.from(bytes));
          expect(file === undefined || isOurText(file)).toBe(true);
        },
      ),
    );
  });
});

function isOurText({ name, content }: SentFile): boolean {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  return /^report-2\.(txt|csv|md)$/.test(name) && !text.includes('\u0000');
}
