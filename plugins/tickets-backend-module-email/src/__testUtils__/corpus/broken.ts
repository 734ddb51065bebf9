import { type CorpusMail, part, parts, rawMail } from './CorpusMail';

const OWN = 'It smokes.';
const TEXT = part(['Content-Type: text/plain'], OWN);

const mail = (
  name: string,
  headers: Parameters<typeof rawMail>[0],
  body: string | Buffer = OWN,
  expected: Partial<CorpusMail> = {},
): CorpusMail => ({ name, raw: rawMail(headers, body), own: OWN, ...expected });

const dates = [
  undefined,
  '',
  'yesterday',
  '31 Nov 2026 25:61:00 +0000',
  'Tue, 01 Dec 2026 08:00:00 CET',
  'Tue, 01 Dec 26 08:00 EST',
  '2026-12-01T08:00:00Z',
  'Tue, 01 Dec 9999 08:00:00 +9999',
  'Thu, 01 Jan 1970 00:00:00 -0000',
];

/** What is to stand once, twice. */
const doubled: readonly CorpusMail[] = [
  mail('two subjects', { Subject: ['One', 'Two'] }, OWN, { subject: 'One' }),
  mail('two Message-IDs', { 'Message-ID': ['<a@x>', '<b@x>'] }),
  mail('two dates', { Date: ['Tue, 01 Dec 2026 08:00:00 +0000', 'yesterday'] }),
  mail('two To', { To: ['desk@example.com', 'other@example.com'] }),
  mail('two types', { 'Content-Type': ['text/plain', 'text/plain'] }),
  mail('two In-Reply-To', { 'In-Reply-To': ['<a@x>', '<b@x>'] }, OWN, {
    answersTo: ['<a@x>'],
  }),
  mail('two References', { References: ['<a@x> <b@x>', '<c@x>'] }, OWN, {
    answersTo: ['<c@x>', '<b@x>', '<a@x>'],
  }),
];

const threads: readonly CorpusMail[] = [
  mail('ids in one line', { 'In-Reply-To': '<a@x> <b@x>' }, OWN, {
    answersTo: ['<a@x>', '<b@x>'],
  }),
  mail(
    'a phrase before the id',
    { 'In-Reply-To': 'Your message of Mon <a@x>' },
    OWN,
    { answersTo: ['<a@x>'] },
  ),
  mail('folded references', { References: '<a@x>\r\n <b@x>' }, OWN, {
    answersTo: ['<b@x>', '<a@x>'],
  }),
  mail('references of nobody', { References: 'none' }, OWN, {
    answersTo: ['<none>'],
  }),
];

/** Mails that no standard allows, and that come. */
export const broken: readonly CorpusMail[] = [
  ...dates.map(date => mail(`date ${date}`, { Date: date })),
  ...doubled,
  ...threads,
  mail('a folded subject', { Subject: 'Printer\r\n on fire' }, OWN, {
    subject: 'Printer on fire',
  }),
  mail('no subject', { Subject: undefined }, OWN, { subject: '' }),
  mail('no Message-ID', { 'Message-ID': undefined }),
  mail('no brackets', { 'Message-ID': 'a@x' }),
  mail('no type', { 'Content-Type': undefined, 'MIME-Version': undefined }),
  mail('an unknown charset', { 'Content-Type': 'text/plain; charset=klingon' }),
  mail('an unknown encoding', { 'Content-Transfer-Encoding': 'x-none' }),
  mail('a broken type', { 'Content-Type': 'text' }),
  mail('UTF-8 without charset', { 'Content-Type': 'text/plain' }, 'Grüße', {
    own: 'Grüße',
  }),
  mail(
    'broken quoted-printable',
    { 'Content-Transfer-Encoding': 'quoted-printable' },
    'It smokes=2e =ZZ =',
    { own: 'It smokes. =ZZ' },
  ),
  mail('a huge header', { 'X-Huge': 'x'.repeat(100_000) }),
  mail('very many headers', {
    'X-Trace': Array.from({ length: 3_000 }, (_, index) => `hop ${index}`),
  }),
  mail(
    'no end of the parts',
    { 'Content-Type': 'multipart/mixed; boundary=b' },
    `--b\n${TEXT}\n`,
  ),
  mail('no boundary', { 'Content-Type': 'multipart/mixed' }, parts('b', TEXT), {
    own: expect.anything() as unknown as string,
  }),
  mail(
    'text around the parts',
    { 'Content-Type': 'multipart/mixed; boundary=b' },
    `This is MIME.\n${parts('b', TEXT)}The end.`,
  ),
  mail(
    'a boundary with blanks and signs',
    { 'Content-Type': 'multipart/mixed; boundary="=_ (b):?"' },
    parts('=_ (b):?', TEXT),
  ),
  {
    name: 'line feeds alone',
    raw: Buffer.from(rawMail({}, OWN).toString().replace(/\r/g, '')),
    own: OWN,
  },
  {
    name: 'a line that is no header',
    raw: Buffer.from(`this is no header\r\n${rawMail({}, OWN)}`),
    own: OWN,
  },
  {
    name: 'an envelope line of mbox',
    raw: Buffer.from(
      `From jane Tue Dec  1 08:00:00 2026\r\n${rawMail({}, OWN)}`,
    ),
    own: OWN,
  },
];
