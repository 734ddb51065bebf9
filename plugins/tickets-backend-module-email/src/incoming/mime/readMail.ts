import type { AddressObject } from 'mailparser';
import { type Authentication, readAuthentication } from './authentication';
import { MailParser, type ParsedParts } from './MailParser';
import { type ServerReport, readReport } from './serverReport';

/** A file of a mail. */
export interface MailFile {
  readonly name: string;
  readonly content: Buffer;
  /** Where a picture stands in the HTML, by `cid:`. */
  readonly cid?: string;
}

/** A mail, as far as the desk needs it. */
export interface IncomingMail {
  /** With its brackets. */
  readonly messageId?: string;
  /** All addresses in From; an honest mail has one. */
  readonly from: readonly string[];
  /** All that it was sent to, also as servers on the way say; in lower case. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** Identifiers of the mails that it answers to, nearest first. */
  readonly answersTo: readonly string[];
  readonly text?: string;
  readonly html?: string;
  readonly files: readonly MailFile[];
  /** The first value of a header, in lower case; empty where there is none. */
  header(name: string): string;
  /** What the operator's own mail server found; empty where none is named. */
  authentication(server: string | undefined): Authentication;
  /** What a server reports about a mail of the desk. */
  readonly report?: ServerReport;
}

const RECIPIENT_HEADERS = [
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
];

const parser = new MailParser();

/**
 * Reads a mail, in a thread.
 *
 * @throws UnreadableMailError that says why, also for one that takes too long
 */
export async function readMail(raw: Buffer): Promise<IncomingMail> {
  const parsed = await parser.parse(raw);
  const header = (name: string) => headerOf(parsed, name);
  const report = readReport(
    parsed.attachments.map(({ contentType, content }) => ({
      contentType,
      content: asBuffer(content),
    })),
  );
  return {
    messageId: parsed.messageId,
    from: fromLines(parsed),
    recipients: [
      ...addressesIn(parsed.to),
      ...addressesIn(parsed.cc),
      ...RECIPIENT_HEADERS.map(header),
    ]
      .map(address => address.toLowerCase())
      .filter(address => address.includes('@')),
    subject: withoutNul(parsed.subject ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    answersTo: [
      ...idsIn(parsed.inReplyTo),
      ...idsIn(parsed.references).reverse(),
    ],
    text: parsed.text?.trim() ? parsed.text : undefined,
    html: parsed.html || undefined,
    files: report
      ? []
      : withoutRepeatedMeetings(parsed.attachments).map(fileOf),
    header,
    authentication: server =>
      server === undefined
        ? {}
        : readAuthentication(linesOf(parsed, 'authentication-results'), server),
    report,
  };
}

/**
 * From all lines of that name: parsers take the first, other programs the last,
 * and nobody knows which of them people saw.
 */
function fromLines(parsed: ParsedParts): string[] {
  const lines = parsed.headerLines.filter(({ key }) => key === 'from').length;
  const addresses = addressesIn(parsed.from).map(it => it.toLowerCase());
  return lines > 1 ? [...addresses, ...addresses] : addresses;
}

function addressesIn(
  objects: AddressObject | AddressObject[] | undefined,
): string[] {
  return [objects ?? []]
    .flat()
    .flatMap(({ value }) =>
      value.flatMap(({ address, group }) =>
        group ? group.map(member => member.address) : [address],
      ),
    )
    .filter((address): address is string => Boolean(address))
    .map(withoutNul);
}

/** No database keeps it, and some fail at looking for it. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}

function idsIn(ids: string | string[] | undefined): string[] {
  return [ids ?? []]
    .flat()
    .flatMap(text => withoutNul(text).match(/<[^<>\s]+>/g) ?? []);
}

function headerOf(parsed: ParsedParts, name: string): string {
  return (linesOf(parsed, name)[0] ?? '').toLowerCase();
}

/** The values of a header, uppermost first. */
function linesOf({ headerLines }: ParsedParts, name: string): string[] {
  return headerLines
    .filter(({ key }) => key === name)
    .map(({ line }) =>
      line
        .slice(line.indexOf(':') + 1)
        .replace(/\s+/g, ' ')
        .trim(),
    );
}

const MEETINGS = ['text/calendar', 'application/ics'];

type Attachment = ParsedParts['attachments'][number];

/** Programs send a meeting twice: for the reader's program, and as a file. */
function withoutRepeatedMeetings(all: readonly Attachment[]): Attachment[] {
  const kept = new Map<string, Attachment>();
  const textOf = ({ content }: Attachment) =>
    asBuffer(content).toString('latin1').replace(/\r/g, '').trim();
  const meetings = all.filter(it => MEETINGS.includes(it.contentType));
  for (const meeting of meetings) {
    const known = kept.get(textOf(meeting));
    // that with a name is the one for people
    if (!known || (!known.filename && meeting.filename)) {
      kept.set(textOf(meeting), meeting);
    }
  }
  const once = new Set(kept.values());
  return all.filter(it => !meetings.includes(it) || once.has(it));
}

function fileOf(
  { filename, contentType, content, cid }: Attachment,
  index: number,
): MailFile {
  return {
    name: withoutNul(filename ?? '').trim() || nameFor(contentType, index + 1),
    content: asBuffer(content),
    cid,
  };
}

/** Threads hand over bytes, without a copy of them. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

const extensions: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/plain': 'txt',
  'text/html': 'html',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
};

function nameFor(contentType: string, number: number): string {
  const base = contentType === 'message/rfc822' ? 'mail' : 'file';
  return `${base}-${number}.${extensions[contentType] ?? 'bin'}`;
}
