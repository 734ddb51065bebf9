import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Joiner, type MimeNode, Splitter } from '@zone-eu/mailsplit';

/** How many parts stand in each other, and how many there are, at most. */
const MAX_DEPTH = 50;
const MAX_PARTS = 1_000;

/** A report of a server stands under this type in what {@link keepParts} makes. */
export const REPORT_TYPES: Readonly<Record<string, string>> = {
  'message/delivery-status': 'application/x-delivery-status',
  'message/global-delivery-status': 'application/x-delivery-status',
  'message/disposition-notification': 'application/x-disposition-notification',
  'text/rfc822-headers': 'application/x-returned-mail',
  'message/global': 'application/x-returned-mail',
  'message/global-headers': 'application/x-returned-mail',
};

/** A mail whose structure is beyond all measure. */
export class OverlargeMailError extends Error {}

/**
 * The same mail, in which forwarded mails, text files and reports of servers are
 * attachments: parsers of mail pour them into the text, and the files are gone.
 *
 * @throws OverlargeMailError for what no honest program sends
 */
export async function keepParts(raw: Buffer): Promise<Buffer> {
  const keeping = new Transform({
    objectMode: true,
    transform(part: { type?: string }, _encoding, callback) {
      try {
        if (part.type === 'node') {
          keep(part as unknown as MimeNode);
        }
        callback(null, part);
      } catch (error) {
        callback(error as Error);
      }
    },
  });
  const chunks: Buffer[] = [];
  await pipeline(
    Readable.from([raw], { objectMode: false }),
    new Splitter({ ignoreEmbedded: true, maxChildNodes: MAX_PARTS }),
    keeping,
    new Joiner(),
    async (parts: AsyncIterable<Buffer>) => {
      for await (const chunk of parts) {
        chunks.push(chunk);
      }
    },
  );
  return Buffer.concat(chunks);
}

function keep(node: MimeNode): void {
  requireDepth(node);
  const type = String(node.contentType || '').toLowerCase();
  const report = REPORT_TYPES[type];
  const isFile =
    type === 'message/rfc822' ||
    (type.startsWith('text/') && Boolean(node.filename));
  if (node.root || !node.headers || (!report && !isFile)) {
    return;
  }
  if (report) {
    node.headers.update('Content-Type', report);
  }
  // its parameters stay, among them the name in whichever form
  const disposition = node.headers
    .getFirst('Content-Disposition')
    .replace(/^[^;]*/, 'attachment');
  node.headers.update('Content-Disposition', disposition || 'attachment');
}

function requireDepth(node: MimeNode): void {
  let depth = 0;
  for (let at = node.parentNode; at; at = at.parentNode) {
    depth += 1;
  }
  if (depth > MAX_DEPTH) {
    throw new OverlargeMailError('its parts stand too deeply in each other');
  }
}
