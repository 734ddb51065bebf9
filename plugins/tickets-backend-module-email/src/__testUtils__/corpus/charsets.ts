import { type CorpusMail, rawMail } from './CorpusMail';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const bytes = (hex: string) => Buffer.from(hex.replace(/ /g, ''), 'hex');

/** Texts with their bytes, by the names of the charsets. */
const texts: readonly [charset: string, text: string, content: Buffer][] = [
  ['us-ascii', 'It smokes.', Buffer.from('It smokes.')],
  ['utf-8', 'Grüße – 你好 🔥', Buffer.from('Grüße – 你好 🔥')],
  ['UTF8', 'Grüße', Buffer.from('Grüße')],
  ['iso-8859-1', 'Grüße', latin1('Grüße')],
  ['ISO-8859-15', 'Grüße €', bytes('4772fcdf6520a4')],
  ['windows-1252', '„Grüße“ €', bytes('844772fcdf65932080')],
  ['iso-8859-2', 'Zieliński', bytes('5a69656c69f1736b69')],
  ['windows-1250', 'Zieliński', bytes('5a69656c69f1736b69')],
  ['koi8-r', 'Привет', bytes('f0d2c9d7c5d4')],
  ['windows-1251', 'Привет', bytes('cff0e8e2e5f2')],
  ['iso-8859-7', 'Γειά', bytes('c3e5e9dc')],
  ['shift_jis', 'こんにちは', bytes('82b182f182c982bf82cd')],
  ['euc-jp', 'こんにちは', bytes('a4b3a4f3a4cba4c1a4cf')],
  ['iso-2022-jp', 'こんにちは', bytes('1b2442243324732 44b24412 44f1b2842')],
  ['gb2312', '你好', bytes('c4e3bac3')],
  ['gb18030', '你好', bytes('c4e3bac3')],
  ['big5', '你好', bytes('a741a66e')],
  ['euc-kr', '안녕', bytes('bec8b3e7')],
];

const quotedPrintable = (content: Buffer) =>
  [...content]
    .map(byte =>
      byte > 32 && byte < 127 && byte !== 61
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('');

const encodings: readonly [string, (content: Buffer) => Buffer][] = [
  ['8bit', content => content],
  ['quoted-printable', content => Buffer.from(quotedPrintable(content))],
  ['base64', content => Buffer.from(content.toString('base64'))],
  ['BASE64', content => Buffer.from(`${content.toString('base64')}\r\n`)],
];

const bodies = texts.flatMap(([charset, text, content]) =>
  encodings.map(([encoding, encode]): CorpusMail => ({
    name: `${charset} by ${encoding}`,
    raw: rawMail(
      {
        'Content-Type': `text/plain; charset="${charset}"`,
        'Content-Transfer-Encoding': encoding,
      },
      encode(content),
    ),
    own: text,
  })),
);

const html = texts.map(([charset, text, content]): CorpusMail => ({
  name: `HTML in ${charset}`,
  raw: rawMail(
    {
      'Content-Type': `text/html; charset=${charset}`,
      'Content-Transfer-Encoding': 'base64',
    },
    Buffer.from(
      Buffer.concat([latin1('<p>'), content, latin1('</p>')]).toString(
        'base64',
      ),
    ),
  ),
  own: text,
}));

const subjects = texts.flatMap(([charset, text, content]) =>
  [
    `=?${charset}?B?${content.toString('base64')}?=`,
    `=?${charset}?Q?${quotedPrintable(content).replace(/\?/g, '=3F').replace(/_/g, '=5F')}?=`,
  ].map((subject): CorpusMail => ({
    name: `subject ${subject}`,
    raw: rawMail({ Subject: subject }, 'It smokes.'),
    own: 'It smokes.',
    subject: text,
  })),
);

/** Mails in all charsets and encodings that people write in. */
export const charsets: readonly CorpusMail[] = [
  ...bodies,
  ...html,
  ...subjects,
];
