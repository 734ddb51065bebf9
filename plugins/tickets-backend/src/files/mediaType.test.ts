import fc from 'fast-check';
import { FileInspection } from './FileInspection';
import { allowedType } from './mediaType';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const zip = Buffer.from('504b030414000000', 'hex');
const ole = Buffer.from('d0cf11e0a1b11ae10000', 'hex');

function inspect(content: Buffer | string, name: string, chunkSize = 3) {
  const bytes = Buffer.from(content as string);
  const inspection = new FileInspection();
  for (let at = 0; at < bytes.length; at += chunkSize) {
    inspection.add(bytes.subarray(at, at + chunkSize));
  }
  return inspection.end(name);
}

const DOCX =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ODT = 'application/vnd.oasis.opendocument.text';

const contents: [
  what: string,
  name: string,
  content: Buffer | string,
  types: string[],
][] = [
  ['a picture', 'a.png', png, ['image/png']],
  ['a picture by any other name', 'invoice.pdf.exe', png, ['image/png']],
  ['a page by the name of a picture', 'a.png', '<html>', ['text/html']],
  ['a JPEG', 'a', Buffer.from('ffd8ffe000', 'hex'), ['image/jpeg']],
  [
    'a WebP',
    'a',
    Buffer.from('52494646aabbccdd57454250', 'hex'),
    ['image/webp'],
  ],
  [
    'sound in the box of a WebP',
    'a.webp',
    Buffer.from('52494646aabbccdd57415645', 'hex'),
    ['audio/wav'],
  ],
  [
    'half a PNG signature',
    'a.png',
    Buffer.from('89504e470d0a', 'hex'),
    ['application/octet-stream'],
  ],
  ['text that begins like a GIF', 'a.gif', 'GIF89a=1;alert(1)', ['text/plain']],
  ['a GIF', 'a.html', Buffer.from('4749463839610100ff', 'hex'), ['image/gif']],
  [
    'a PDF',
    'a.txt',
    Buffer.from('255044462d312e370affff00', 'hex'),
    ['application/pdf'],
  ],
  ['a PDF that is all text', 'a', '%PDF-1.4\n1 0 obj', ['application/pdf']],
  ['an archive', 'a.docm', zip, ['application/zip']],
  ['an archive called a document', 'a.docx', zip, ['application/zip']],
  [
    'a document',
    'a.docx',
    Buffer.concat([zip, Buffer.from('[Content_Types].xml')]),
    [DOCX, 'application/zip'],
  ],
  [
    'an open document',
    'a.odt',
    Buffer.concat([zip, Buffer.from(`mimetype${ODT}PK`)]),
    [ODT, 'application/zip'],
  ],
  [
    'an old document',
    'a.doc',
    ole,
    ['application/msword', 'application/x-ole-storage'],
  ],
  ['an installer', 'a.msi', ole, ['application/x-ole-storage']],
  [
    'a program',
    'a.txt',
    Buffer.from('4d5a90000300', 'hex'),
    ['application/octet-stream'],
  ],
  ['plain text', 'a', 'Grüße\r\n\tan alle', ['text/plain']],
  ['a coloured log', 'a.log', '\u001b[31mred\u001b[0m', ['text/plain']],
  ['text with a NUL', 'a.txt', 'so\u0000so', ['application/octet-stream']],
  [
    'UTF-16 with its mark',
    'a.log',
    Buffer.from('\ufeffHello', 'utf16le'),
    ['text/plain'],
  ],
  [
    'a page in UTF-16 without its mark',
    'a.log',
    Buffer.from('<html> in UTF-16', 'utf16le'),
    ['text/html'],
  ],
  ...[
    'BM is a car',
    'GIF is a picture',
    'ID3;Müller',
    'MZ',
    'solid',
    'II*',
  ].map((text): (typeof contents)[number] => [
    `text that begins like a file: ${text}`,
    'a.csv',
    Buffer.from(text, 'latin1'),
    ['text/csv', 'text/plain'],
  ]),
  [
    'a PDF after something else',
    'a',
    Buffer.from('\n\u0000\u0001\n%PDF-1.7\u0000'),
    ['application/pdf'],
  ],
  [
    'a PDF that is text, after something else',
    'a.pdf',
    'From: a\n%PDF-1.7',
    ['application/pdf'],
  ],
  [
    'a document in Windows-1252',
    'a.rtf',
    Buffer.from('{\\rtf1 Größe}', 'latin1'),
    ['application/rtf'],
  ],
  [
    'an SVG in Windows-1252',
    'a.svg',
    Buffer.from('<svg>Größe</svg>', 'latin1'),
    ['image/svg+xml'],
  ],
  [
    'a key in Windows-1252',
    'server.key',
    Buffer.from('Schl\u00fcssel: -----BEGIN PRIVATE KEY-----', 'latin1'),
    ['text/plain'],
  ],
  [
    'a template of translations in Windows-1252',
    'de.pot',
    Buffer.from('msgid "Gr\u00f6\u00dfe"', 'latin1'),
    ['text/plain'],
  ],
  ['a presentation', 'talk.key', zip, ['application/zip']],
  ['a text about PDF', 'a.log', 'it begins with %PDF-1.7', ['text/plain']],
  ['JSON', 'a.json', '{}', ['application/json', 'text/plain']],
  ['JSON by no name', 'a', '{}', ['text/plain']],
  ['CSV', 'A.CSV', 'a;b', ['text/csv', 'text/plain']],
  ['YAML', 'a.yml', 'a: b', ['application/yaml', 'text/plain']],
  [
    'Markdown that begins with a tag',
    'a.md',
    '<p align=center>',
    ['text/markdown', 'text/plain'],
  ],
  ['a script', 'a.js', 'alert(1)', ['text/plain']],
  ['an SVG', 'a.svg', '<svg onload=alert(1)>', ['image/svg+xml']],
  ['an SVG by no name', 'a', '<svg>', ['image/svg+xml']],
  ['an SVG called text', 'a.txt', '\ufeff <SVG\n>', ['image/svg+xml']],
  [
    'an SVG after XML, comments and a type',
    'a.png',
    '<!-- a --> <!-- b --><?xml version="1.0"?><!DOCTYPE svg><!-- c --><svg xmlns="x">',
    ['image/svg+xml'],
  ],
  ['an SVG by its name', 'a.svg', 'nothing of the sort', ['image/svg+xml']],
  ['text about SVG', 'a.txt', 'svg is a language', ['text/plain']],
  ['a page', 'a', '\n<!DOCTYPE html>', ['text/html']],
  [
    'a page in UTF-16',
    'a',
    Buffer.from('\ufeff<html>', 'utf16le'),
    ['text/html'],
  ],
  ['a page by its name', 'a.HTM', 'hello', ['text/html']],
  ['a script tag', 'a.txt', '<script>alert(1)</script>', ['text/html']],
  [
    'XHTML',
    'a.txt',
    '<?xml version="1.0"?><html xmlns="x">',
    ['application/xhtml+xml'],
  ],
  ['XML', 'pom.txt', '<?xml version="1.0"?><project>', ['application/xml']],
  ['XML by its name', 'pom.xml', '<project>', ['application/xml']],
];

describe('what a file is', () => {
  it.each(contents)(
    'is found out for %s called %s',
    (_, name, content, types) => {
      expect(inspect(content, name).mediaTypes).toEqual(types);
      expect(inspect(content, name, 1).mediaTypes).toEqual(types);
      expect(inspect(content, name, 10_000).mediaTypes).toEqual(types);
    },
  );

  it('is not told by its first bytes alone', () => {
    const content = `${'a'.repeat(100_000)}\u0000`;
    expect(inspect(content, 'a.txt', 4096).mediaTypes).toEqual([
      'application/octet-stream',
    ]);
  });

  it('comes with its size and SHA-256', () => {
    expect(inspect('abc', 'a.txt')).toMatchObject({
      size: 3,
      sha256:
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
  });
});

const umlauts = 'Straße;Größe;Müller\r\n€ 5;„x“\r\n';

const windows1252 = Buffer.from(
  '537472 61dfe53b4772f6df653b4dfc6c6c65720d0a8020353b847893 0d0a'.replace(
    / /g,
    '',
  ),
  'hex',
);

const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('the charset', () => {
  it.each<[what: string, content: Buffer, charset: string | undefined]>([
    ['ASCII', Buffer.from('a;b\n'), 'utf-8'],
    ['UTF-8', Buffer.from(umlauts), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${umlauts}`), 'utf-8'],
    [
      'UTF-8 cut in its last character',
      Buffer.from(`${umlauts}€`).subarray(0, -1),
      'utf-8',
    ],
    [
      'UTF-8 cut in its first character',
      Buffer.from(`€${umlauts}`).subarray(1),
      'utf-8',
    ],
    [
      'UTF-8 cut in a character of four bytes',
      Buffer.from(`😀 ${umlauts}😀`).subarray(3, -1),
      'utf-8',
    ],
    ['Windows-1252', windows1252, 'windows-1252'],
    [
      'Windows-1252 that ends with a letter',
      Buffer.from('Cafe: caf\u00e9', 'latin1'),
      'windows-1252',
    ],
    [
      'Windows-1252 that begins with a sign',
      Buffer.from('\u00805;6', 'latin1'),
      'windows-1252',
    ],
    [
      'one letter of UTF-8 that is broken',
      Buffer.from([0x61, 0xc3, 0x28]),
      'windows-1252',
    ],
    ['UTF-16', Buffer.from(umlauts, 'utf16le'), 'utf-16le'],
    [
      'UTF-16 with its mark',
      Buffer.from(`\ufeff${umlauts}`, 'utf16le'),
      'utf-16le',
    ],
    [
      'UTF-16 in Chinese with its mark',
      Buffer.from('\ufeff報告', 'utf16le'),
      'utf-16le',
    ],
    ['UTF-16, the other way round', swapped(umlauts), 'utf-16be'],
    [
      'UTF-16, the other way round, with its mark',
      swapped(`\ufeff${umlauts}`),
      'utf-16be',
    ],
    [
      'UTF-16 cut in its last character',
      Buffer.from(umlauts, 'utf16le').subarray(0, -1),
      'utf-16le',
    ],
    ['UTF-32', Buffer.from('fffe00006100000062000000', 'hex'), undefined],
    ['nothing of Windows-1252', Buffer.from([0x61, 0x81, 0x62]), undefined],
    ['text with a NUL', Buffer.from('so\u0000so'), undefined],
    ['a picture', png, undefined],
    ['a program', Buffer.from('4d5a90000300', 'hex'), undefined],
  ])('of %s is found out', (_, content, charset) => {
    for (const size of [1, 3, 100_000]) {
      expect(inspect(content, 'a.txt', size).charset).toBe(charset);
    }
  });

  it.each<[BufferEncoding, string]>([
    ['utf8', 'utf-8'],
    ['utf16le', 'utf-16le'],
    ['latin1', 'windows-1252'],
  ])('of a long text in %s shows at its end', (encoding, charset) => {
    const text = Buffer.from(
      `${'plain line\n'.repeat(20_000)}Größe\n`,
      encoding,
    );

    expect(inspect(text, 'a.log', 65_536)).toMatchObject({
      charset,
      mediaTypes: ['text/plain'],
    });
  });

  it('is that of any text, wherever it is cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.nat(3),
        fc.nat(3),
        (text, from, to) => {
          fc.pre(!/\p{Cc}/u.test(text));
          const bytes = Buffer.from(`${text}€ äöü €${text}`);
          const cut = bytes.subarray(from, bytes.length - to);
          expect(inspect(cut, 'a.txt', 7).charset).toBe('utf-8');
        },
      ),
    );
  });
});

describe('a type', () => {
  it.each<[types: string[], allowed: string[], type: string | undefined]>([
    [['image/png'], ['image/png'], 'image/png'],
    [['image/png'], ['image/*'], 'image/png'],
    [['image/png'], ['text/*'], undefined],
    [['image/png'], ['image/p*'], undefined],
    [['imagex/png'], ['image/*'], undefined],
    [['image/svg+xml'], ['image/*'], undefined],
    [['image/svg+xml'], ['image/svg+xml'], 'image/svg+xml'],
    [['text/html'], ['text/*'], undefined],
    [['text/html'], ['text/*', 'text/html'], 'text/html'],
    [['application/xml'], ['application/*'], undefined],
    [['application/json', 'text/plain'], ['text/*'], 'text/plain'],
    [['text/csv', 'text/plain'], ['text/plain', 'text/csv'], 'text/csv'],
    [['application/octet-stream'], [], undefined],
  ])('of %j is, where %j are allowed, %s', (types, allowed, type) => {
    expect(allowedType(types, allowed)).toBe(type);
  });
});
