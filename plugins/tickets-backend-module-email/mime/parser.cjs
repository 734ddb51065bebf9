/**
 * A thread that parses mails, so that one which takes very long, or very much
 * memory, holds up nobody. Each message is a mail; the answer has what is in it,
 * or why it cannot be read. Plain JavaScript, since threads know nothing of the
 * loaders of the process.
 */
const { Readable, Transform } = require('node:stream');
const { pipeline } = require('node:stream/promises');
const { parentPort } = require('node:worker_threads');
const { Joiner, Splitter } = require('@zone-eu/mailsplit');
const { simpleParser } = require('mailparser');
const { filesOfTnef } = require('./tnef.cjs');

/** How many parts stand in each other, and how many there are, at most. */
const MAX_DEPTH = 50;
const MAX_PARTS = 1_000;

/**
 * A report of a server stands under this type in what `keepParts` makes.
 *
 * @type {Readonly<Record<string, string>>}
 */
const REPORT_TYPES = {
  'message/delivery-status': 'application/x-delivery-status',
  'message/global-delivery-status': 'application/x-delivery-status',
  'message/disposition-notification': 'application/x-disposition-notification',
  'text/rfc822-headers': 'application/x-returned-mail',
  'message/global': 'application/x-returned-mail',
  'message/global-headers': 'application/x-returned-mail',
};

/**
 * The same mail, in which forwarded mails, text files and reports of servers are
 * attachments: parsers of mail pour them into the text, and the files are gone.
 *
 * @param {Buffer} raw
 * @returns {Promise<Buffer>}
 * @throws Error for what no honest program sends
 */
async function keepParts(raw) {
  const keeping = new Transform({
    objectMode: true,
    transform(part, _encoding, callback) {
      try {
        if (part.type === 'node') {
          keep(part);
        }
        callback(null, part);
      } catch (error) {
        callback(error);
      }
    },
  });
  /** @type {Buffer[]} */
  const chunks = [];
  await pipeline(
    Readable.from([raw], { objectMode: false }),
    new Splitter({ ignoreEmbedded: true, maxChildNodes: MAX_PARTS }),
    keeping,
    new Joiner(),
    async parts => {
      for await (const chunk of parts) {
        chunks.push(chunk);
      }
    },
  );
  return Buffer.concat(chunks);
}

/** @param {import('@zone-eu/mailsplit').MimeNode} node */
function keep(node) {
  requireDepth(node);
  const type = String(node.contentType || '').toLowerCase();
  if (node.headers && type && !type.includes('/')) {
    // old programs write no more than that
    node.headers.update('Content-Type', 'text/plain');
    return;
  }
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

/** @param {import('@zone-eu/mailsplit').MimeNode} node */
function requireDepth(node) {
  let depth = 0;
  for (let at = node.parentNode; at; at = at.parentNode) {
    depth += 1;
  }
  if (depth > MAX_DEPTH) {
    throw new Error('its parts stand too deeply in each other');
  }
}

/** @param {Buffer} raw */
async function parse(raw) {
  const parsed = await simpleParser(await keepParts(raw), {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  });
  const { messageId, from, to, cc, subject, inReplyTo, references } = parsed;
  return {
    messageId,
    from,
    to,
    cc,
    subject,
    inReplyTo,
    references,
    text: parsed.text,
    html: parsed.html,
    headerLines: parsed.headerLines.map(({ key, line }) => ({ key, line })),
    attachments: allUnpacked(parsed.attachments).map(
      ({ filename, contentType, content, cid }) => ({
        filename,
        contentType,
        content,
        cid,
      }),
    ),
  };
}

const TNEF = ['application/ms-tnef', 'application/vnd.ms-tnef'];

/**
 * All files, unless these are more than a mail may have parts: each costs, also
 * one of nothing, and not only in this thread.
 *
 * @param {import('mailparser').Attachment[]} attachments
 */
function allUnpacked(attachments) {
  const files = attachments.flatMap(unpacked);
  return files.length > MAX_PARTS ? attachments : files;
}

/**
 * What Outlook packed into one file; what cannot be unpacked stays as it is.
 *
 * @param {import('mailparser').Attachment} attachment
 */
function unpacked(attachment) {
  const { contentType, content } = attachment;
  if (!TNEF.includes(contentType)) {
    return [attachment];
  }
  try {
    return filesOfTnef(content).map(file => ({
      ...file,
      contentType: 'application/octet-stream',
    }));
  } catch {
    return [attachment];
  }
}

parentPort.on('message', async raw => {
  try {
    parentPort.postMessage({ parsed: await parse(Buffer.from(raw)) });
  } catch (error) {
    parentPort.postMessage({ error: String(error?.message ?? error) });
  }
});
