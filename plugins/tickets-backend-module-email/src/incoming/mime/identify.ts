import { createHash } from 'node:crypto';
import libmime from 'libmime';
import addressparser from 'nodemailer/lib/addressparser';

/** What tells a mail from others, without reading it whole. */
export interface MailIdentity {
  readonly fingerprint: string;
  readonly messageId?: string;
  /** The address in From, in lower case. */
  readonly sender?: string;
  readonly subject?: string;
}

/** So that nobody makes the server look for the end of a head for long. */
const MAX_HEAD = 256 * 1024;

/**
 * The same mail has the same fingerprint, from whichever mailbox and by
 * whichever way it came: servers on the way add lines to the head, and change
 * the ends of lines. A Message-ID alone decides nothing, since some senders use
 * one again and again.
 */
export function identify(raw: Buffer): MailIdentity {
  const text = raw.subarray(0, MAX_HEAD).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const body = end ? raw.subarray(end.index + end[0].length) : Buffer.alloc(0);
  const header = (name: string) =>
    new RegExp(`^${name}[ \\t]*:((?:[^\\r\\n]|\\r?\\n[ \\t])*)`, 'im')
      .exec(head)?.[1]
      // no database keeps a NUL
      .replaceAll('\u0000', ' ')
      .replace(/[ \t\r\n\v\f]+/g, ' ')
      .trim();
  const messageId = header('Message-ID');
  const from = header('From');
  const hash = createHash('sha256').update(
    JSON.stringify([messageId, from, header('Date'), header('Subject')]),
  );
  // in pieces, so that no second copy of a large mail is made
  for (const line of linesOf(body)) {
    hash.update(line);
  }
  return {
    fingerprint: hash.digest('hex'),
    messageId: messageId?.slice(0, 512),
    sender: senderOf(unicode(from)),
    subject: decoded(unicode(header('Subject')))?.slice(0, 512),
  };
}

/** The body without carriage returns, and without empty lines at its end. */
function* linesOf(body: Buffer): Generator<Buffer> {
  let end = body.length;
  while (end > 0 && (body[end - 1] === 10 || body[end - 1] === 13)) {
    end -= 1;
  }
  let start = 0;
  for (;;) {
    const at = body.indexOf('\r\n', start);
    if (at < 0 || at >= end) {
      yield body.subarray(start, end);
      return;
    }
    yield body.subarray(start, at);
    start = at + 1;
  }
}

/** Some write UTF-8 into headers as it is. */
function unicode(latin1: string | undefined): string | undefined {
  const text = latin1 && Buffer.from(latin1, 'latin1').toString('utf8');
  return text?.includes('\ufffd') ? latin1 : text;
}

function senderOf(from: string | undefined): string | undefined {
  const [first] = from ? addressparser(from, { flatten: true }) : [];
  return first?.address.toLowerCase().slice(0, 320) || undefined;
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text && libmime.decodeWords(text).replace(/\p{Cc}/gu, ' ');
  } catch {
    return text;
  }
}
