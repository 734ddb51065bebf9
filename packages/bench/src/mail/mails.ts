import { SeededRandom } from '../seed/SeededRandom';
import { WORDS } from '../measures/create';
import { addressOf, teamAddressOf } from './writers';

const BOUNDARY = 'bench-boundary';

/** In bytes, before it is encoded. */
const FILE_SIZE = 40_000;

const files = [
  { name: 'log.txt', type: 'text/plain', content: textFile() },
  { name: 'form.pdf', type: 'application/pdf', content: pdfFile() },
].map(({ content, ...file }) => ({
  ...file,
  base64: content.toString('base64').replace(/.{76}/g, '$&\r\n'),
}));

/**
 * The mails in the mailbox: of each pair of mails of a person the first opens a
 * ticket and the second answers to it. Of five, two are plain text, one is HTML
 * as well, and two have a file.
 *
 * @param writers - how many people write
 * @param teams - to how many teams
 */
export function mailsOf(
  writers: number,
  teams: number,
): (uid: number) => Buffer {
  return uid => {
    const writer = (uid - 1) % writers;
    const round = Math.floor((uid - 1) / writers);
    const idOf = (of: number) => `<bench-${writer}-${of}@example.com>`;
    // the same mail whenever it is asked for
    const random = new SeededRandom(uid);
    const text = (count: number) =>
      Array.from(
        { length: count },
        () => WORDS[random.below(WORDS.length)],
      ).join(' ');
    const answers = round % 2 === 1;
    const own = `${text(60)}\r\n${text(30)}\r\n\r\n-- \r\nWriter ${writer}`;
    const plain = answers
      ? `${own}\r\n\r\nOn Tue, 1 Dec 2026 at 08:00 The desk wrote:\r\n> ${text(20)}\r\n> ${text(20)}\r\n`
      : own;
    const lines = [
      `From: Writer ${writer} <${addressOf(writer)}>`,
      `To: The desk <${teamAddressOf(writer % teams)}>`,
      `Subject: ${answers ? 'Re: ' : ''}${text(6)}`,
      `Date: Tue, 01 Dec 2026 08:${String(round).padStart(2, '0')}:00 +0000`,
      `Message-ID: ${idOf(round)}`,
      ...(answers
        ? [`In-Reply-To: ${idOf(round - 1)}`, `References: ${idOf(round - 1)}`]
        : []),
      'MIME-Version: 1.0',
      ...bodyOf(uid, plain),
    ];
    return Buffer.from(lines.join('\r\n'));
  };
}

function bodyOf(uid: number, plain: string): string[] {
  const kind = uid % 5;
  if (kind < 2) {
    return ['Content-Type: text/plain; charset=utf-8', '', plain];
  }
  if (kind === 2) {
    return parts('alternative', [
      ['text/plain; charset=utf-8', [], plain],
      ['text/html; charset=utf-8', [], htmlOf(plain)],
    ]);
  }
  const { name, type, base64 } = files[kind % files.length];
  return parts('mixed', [
    ['text/plain; charset=utf-8', [], plain],
    [
      `${type}; name="${name}"`,
      [
        `Content-Disposition: attachment; filename="${name}"`,
        'Content-Transfer-Encoding: base64',
      ],
      base64,
    ],
  ]);
}

function parts(
  kind: string,
  all: readonly [type: string, headers: readonly string[], body: string][],
): string[] {
  return [
    `Content-Type: multipart/${kind}; boundary="${BOUNDARY}"`,
    '',
    ...all.flatMap(([type, headers, body]) => [
      `--${BOUNDARY}`,
      `Content-Type: ${type}`,
      ...headers,
      '',
      body,
    ]),
    `--${BOUNDARY}--`,
    '',
  ];
}

function htmlOf(plain: string): string {
  const paragraphs = plain
    .split('\r\n')
    .map(line => `<p style="margin: 0">${line.replaceAll('>', '&gt;')}</p>`);
  return `<html><body><div>${paragraphs.join('')}</div>\r\n<table><tr><td>host</td><td>db-01</td></tr></table></body></html>`;
}

function textFile(): Buffer {
  const line = '2026-12-01T08:00:00Z error the connection was lost\n';
  return Buffer.from(line.repeat(Math.ceil(FILE_SIZE / line.length)));
}

function pdfFile(): Buffer {
  const random = new SeededRandom(7);
  const bytes = Buffer.from(
    Array.from({ length: FILE_SIZE }, () => random.below(256)),
  );
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes]);
}
