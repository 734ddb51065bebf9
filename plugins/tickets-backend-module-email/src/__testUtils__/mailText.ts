let mails = 0;

/** A mail as it is sent; headers with undefined are left out. */
export function mailText(
  headers: Record<string, string | undefined> = {},
  body = 'It does not work.',
): string {
  mails += 1;
  const all: Record<string, string | undefined> = {
    From: 'The requester <requester@example.com>',
    To: 'desk@example.com',
    Subject: 'Printer on fire',
    Date: 'Tue, 01 Dec 2026 08:00:00 +0000',
    'Message-ID': `<mail-${mails}@example.com>`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  return [
    ...Object.entries(all)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}: ${value}`),
    '',
    ...body.split('\n'),
  ].join('\r\n');
}

/** The body of a mail of several parts, each with its headers. */
export function multipart(
  boundary: string,
  ...parts: [headers: string[], body: string][]
): string {
  return [
    ...parts.flatMap(([headers, body]) => [
      `--${boundary}`,
      ...headers,
      '',
      body,
    ]),
    `--${boundary}--`,
    '',
  ].join('\n');
}
