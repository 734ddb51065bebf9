/** A mail, and what it is to the desk. */
export interface CorpusMail {
  readonly name: string;
  readonly raw: Buffer;
  /** What stands in the ticket, in Markdown, without what is folded. */
  readonly own: string;
  /** What of it is folded, if anything is; some words of it. */
  readonly folded?: string;
  /** Names of the files. */
  readonly files?: readonly string[];
  /** Default: message. */
  readonly kind?: 'message' | 'automatic' | 'report';
  readonly subject?: string;
  /** Identifiers of the mails that it answers to, nearest first. */
  readonly answersTo?: readonly string[];
  /** What the server reports. */
  readonly fate?: 'failed' | 'delayed' | 'other';
}

/** A mail of these headers, and a body as it is. */
export function rawMail(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  body: string | Buffer,
): Buffer {
  const all: Record<string, string | readonly string[] | undefined> = {
    From: 'Jane <jane@example.com>',
    To: 'desk@example.com',
    Subject: 'Printer on fire',
    Date: 'Tue, 01 Dec 2026 08:00:00 +0000',
    'Message-ID': '<corpus@example.com>',
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    [value ?? []].flat().map(it => `${name}: ${it}`),
  );
  return Buffer.concat([
    Buffer.from(`${lines.join('\r\n')}\r\n\r\n`),
    typeof body === 'string'
      ? Buffer.from(body.replace(/\r?\n/g, '\r\n'))
      : body,
  ]);
}

/** A part of a mail: its headers, a blank line and its body. */
export function part(headers: readonly string[], body: string): string {
  return [...headers, '', body].join('\n');
}

/** The body of a mail of several parts. */
export function parts(boundary: string, ...all: readonly string[]): string {
  return `${all.map(it => `--${boundary}\n${it}\n`).join('')}--${boundary}--\n`;
}
