import { corpus } from '../__testUtils__/corpus';
import { identify } from './mime/identify';
import { isAutomatic } from './mime/isAutomatic';
import { UnreadableMailError } from './mime/MailParser';
import { readMail } from './mime/readMail';
import { messageText } from './text/messageText';

jest.setTimeout(1_800_000);

const MUTATIONS = 20_000;

/** How long one mail may take, in milliseconds: on any machine, with others. */
const PATIENCE = 10_000;

/** The same numbers at each run. */
function seeded(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What parsers stumble over. */
const pieces = [
  '\u0000',
  '\r',
  '\n',
  '\r\n\r\n',
  '--b\r\n',
  '--b--\r\n',
  '--outer',
  'Content-Type: multipart/mixed; boundary=b\r\n',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'Content-Type: text/plain; charset=utf-16\r\n',
  '=?utf-8?B?',
  '?=',
  '=\r\n',
  '>'.repeat(200),
  '<div>'.repeat(200),
  '<blockquote>'.repeat(300),
  '&nbsp;'.repeat(500),
  ','.repeat(500),
  '('.repeat(500),
  '\u00ff\u00fe',
  '\t'.repeat(500),
];

type Random = ReturnType<typeof seeded>;

/** A mail with a change somewhere. */
function changed(bytes: Buffer, random: Random): Buffer {
  const at = random(bytes.length + 1);
  const end = Math.min(bytes.length, at + random(80));
  const before = bytes.subarray(0, at);
  const chosen = bytes.subarray(at, end);
  const changes = [
    () => [before, bytes.subarray(end)],
    () => [before, chosen, chosen, chosen, bytes.subarray(end)],
    () => [
      before,
      Buffer.from(pieces[random(pieces.length)], 'latin1'),
      bytes.subarray(at),
    ],
    () => [before, Buffer.from([random(256)]), bytes.subarray(at + 1)],
    () => {
      const other = corpus[random(corpus.length)].raw;
      const from = random(other.length);
      return [before, other.subarray(from, from + random(400)), chosen];
    },
  ];
  return Buffer.concat(changes[random(changes.length)]());
}

/** The same with one to eight changes. */
function mutated(raw: Buffer, random: Random): Buffer {
  let bytes = raw;
  for (let left = 1 + random(8); left > 0; left -= 1) {
    bytes = changed(bytes, random);
  }
  return bytes;
}

/** Reads a mail as far as the desk does. */
function look(mail: Awaited<ReturnType<typeof readMail>>): 'read' {
  isAutomatic(mail);
  messageText(mail, { isAnswer: true, language: 'en' });
  return 'read';
}

it(`mails with ${MUTATIONS} mutations are read or refused, in time`, async () => {
  const random = seeded(20_261_201);
  // those of thousands of headers take their time without any mutation
  const small = corpus.filter(({ raw }) => raw.length < 20_000);
  const outcomes = { read: 0, refused: 0 };
  let slowest = { took: 0, raw: Buffer.alloc(0) };
  for (let count = 0; count < MUTATIONS; count += 1) {
    const raw = mutated(small[count % small.length].raw, random);
    const began = Date.now();
    expect(identify(raw).fingerprint).toHaveLength(64);
    // what is refused goes to quarantine; other errors end the test
    const mail = await readMail(raw).catch((error: unknown) => {
      if (!(error instanceof UnreadableMailError)) {
        throw error;
      }
      return undefined;
    });
    outcomes[mail ? look(mail) : 'refused'] += 1;
    const took = Date.now() - began;
    if (took > slowest.took) {
      slowest = { took, raw };
    }
  }
  expect(outcomes.read + outcomes.refused).toBe(MUTATIONS);
  expect(outcomes.read).toBeGreaterThan(MUTATIONS / 2);
  // the mail is shown where it took too long
  expect(slowest.took > PATIENCE ? slowest.raw.toString() : '').toBe('');
});
