import { mailText, multipart } from '../../__testUtils__/mailText';
import { identify } from './identify';
import { isAutomatic } from './isAutomatic';
import { readMail } from './readMail';

const read = (
  headers: Record<string, string | undefined> = {},
  body?: string,
) => readMail(Buffer.from(mailText(headers, body)));

/** A report, as a server makes it, about a mail of the desk. */
function report(
  headers: Record<string, string | undefined>,
  status: string,
  returned: [type: string, text: string],
) {
  return read(
    { From: 'Mailer <mailer-daemon@relay.example>', ...headers },
    multipart(
      'b',
      [['Content-Type: text/plain'], 'Sorry'],
      [['Content-Type: message/delivery-status'], status],
      [[`Content-Type: ${returned[0]}`], returned[1]],
    ),
  );
}

const original = 'From: desk@example.com\nMessage-ID: <ours@example.com>\n\nx';

describe('reports of servers are found by their structure', () => {
  const marked = {
    'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
    'Auto-Submitted': 'auto-replied',
  };
  const unmarked = { 'Content-Type': 'multipart/mixed; boundary=b' };

  it.each([
    [
      'Postfix',
      marked,
      'Reporting-MTA: dns; x\n\nAction: failed\nStatus: 5.1.1',
      'text/rfc822-headers',
      'failed',
      true,
    ],
    [
      'Postfix, late',
      marked,
      'Reporting-MTA: dns; x\n\nAction: delayed\nStatus: 4.7.1',
      'text/rfc822-headers',
      'delayed',
      false,
    ],
    [
      'Exim',
      marked,
      'Reporting-MTA: dns; x\n\nAction: failed\nStatus: 5.0.0',
      'message/rfc822',
      'failed',
      true,
    ],
    [
      'OpenSMTPD',
      unmarked,
      'Reporting-MTA: dns; x\n\nAction: failed\nStatus: 5.0.0',
      'text/rfc822-headers',
      'failed',
      true,
    ],
    [
      'OpenSMTPD, which gave up and says "delayed"',
      unmarked,
      'Reporting-MTA: dns; x\n\nAction: delayed\nStatus: 4.4.7',
      'text/rfc822-headers',
      'failed',
      false,
    ],
    [
      'that something arrived',
      marked,
      'Reporting-MTA: dns; x\n\nAction: delivered\nStatus: 2.0.0',
      'text/rfc822-headers',
      'other',
      false,
    ],
  ])('%s', async (_server, headers, status, type, fate, final) => {
    const mail = await report(headers, status, [type, original]);
    expect(mail.report).toMatchObject({
      fate,
      final,
      messageId: '<ours@example.com>',
    });
    expect(mail.files).toEqual([]);
  });

  it('one of endless words, of which some are kept as a database can', async () => {
    const mail = await report(
      marked,
      `Reporting-MTA: dns; x\n\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: a\u0000b${'x'.repeat(100_000)}`,
      ['message/rfc822', original],
    );
    expect(mail.report?.cause).toMatch(/^5\.0\.0 abx+$/);
    expect(mail.report?.cause.length).toBeLessThan(2_100);
  });

  it('Pigeonhole, which refuses as if it confirmed that it was read', async () => {
    const mail = await read(
      {
        'Content-Type':
          'multipart/report; report-type=disposition-notification; boundary=b',
        'Auto-Submitted': 'auto-replied (rejected)',
      },
      multipart(
        'b',
        [['Content-Type: text/plain'], 'No'],
        [
          ['Content-Type: message/disposition-notification'],
          'Original-Message-ID: <ours@example.com>\nDisposition: automatic-action/MDN-sent-automatically; deleted',
        ],
      ),
    );
    expect(mail.report).toMatchObject({
      fate: 'failed',
      final: false,
      messageId: '<ours@example.com>',
    });
  });
});

describe('automatic mails', () => {
  it.each([
    [{ 'Auto-Submitted': 'auto-replied (vacation)' }],
    [{ 'Auto-Submitted': 'auto-generated; x=y' }],
    [{ Precedence: 'bulk' }],
    [{ Precedence: 'list' }],
    [{ 'List-Id': '<a.example>' }],
    [{ 'X-Autoreply': 'yes' }],
    [{ 'Return-Path': '<>' }],
    [{ From: 'Mailer Daemon <MAILER-DAEMON@x.example>' }],
    [
      {
        'Message-ID':
          '<ticket.0190a1b2-1111-7222-8333-444455556666.n.a@example.com>',
      },
    ],
  ])('%j is one', async headers => {
    expect(isAutomatic(await read(headers))).toBe(true);
  });

  it.each([
    [{}],
    [{ 'Auto-Submitted': 'no' }],
    [{ 'X-Auto-Response-Suppress': 'All' }],
    [{ 'Return-Path': '<requester@example.com>' }],
  ])('%j is none', async headers => {
    expect(isAutomatic(await read(headers))).toBe(false);
  });
});

describe('what is read', () => {
  it('are identifiers, nearest first', async () => {
    const mail = await read({
      'In-Reply-To': 'Your message of Monday <a@x> <b@x>',
      References: '<c@x>\r\n <d@x>',
    });
    expect(mail.answersTo).toEqual(['<a@x>', '<b@x>', '<d@x>', '<c@x>']);
  });

  it('are all who are named in From, also in a second one', async () => {
    expect((await read()).from).toEqual(['requester@example.com']);
    const twice = mailText({ from: 'other@example.com' });
    expect((await readMail(Buffer.from(twice))).from).not.toHaveLength(1);
    expect((await read({ From: undefined })).from).toEqual([]);
  });

  it('is text in the charset that it says', async () => {
    const raw = Buffer.concat([
      Buffer.from(
        mailText({ 'Content-Type': 'text/plain; charset=windows-1252' }, ''),
      ),
      Buffer.from([0x80, 0x20, 0xfc]),
    ]);
    expect((await readMail(raw)).text).toBe('€ ü');
  });

  it('are parts that other programs pour into the text', async () => {
    const { text, files } = await read(
      { 'Content-Type': 'multipart/mixed; boundary=b' },
      multipart(
        'b',
        [['Content-Type: text/plain'], 'Mine'],
        [
          [
            'Content-Type: text/plain',
            'Content-Disposition: inline; filename=a.log',
          ],
          'log',
        ],
        [
          ['Content-Type: message/rfc822', 'Content-Disposition: inline'],
          original,
        ],
      ),
    );
    expect(text?.trim()).toBe('Mine');
    expect(files.map(({ name }) => name)).toEqual(['a.log', 'mail-2.eml']);
    expect(files[1].content.toString()).toContain('<ours@example.com>');
  });

  it('is nothing that nests for ever', async () => {
    const deep = Array.from(
      { length: 100 },
      (_, level) =>
        `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
    ).join('');
    await expect(
      readMail(Buffer.from(`From: a@x\r\nMIME-Version: 1.0\r\n${deep}`)),
    ).rejects.toThrow('too deeply');
    const wide = multipart(
      'b',
      ...Array.from({ length: 1_100 }, (): [string[], string] => [
        ['Content-Type: text/plain'],
        'x',
      ]),
    );
    await expect(
      read({ 'Content-Type': 'multipart/mixed; boundary=b' }, wide),
    ).rejects.toThrow();
  });
});

describe('the fingerprint of a mail', () => {
  const mail = mailText({ 'Message-ID': '<a@x>' }, 'One\nTwo');
  const of = (text: string) => identify(Buffer.from(text)).fingerprint;

  it('is the same on every way', () => {
    expect(of(`Received: x\r\n${mail}\r\n`)).toBe(of(mail));
    expect(of(mail.replaceAll('\r\n', '\n'))).toBe(of(mail));
  });

  it.each([
    ['text', mail.replace('Two', 'Three')],
    ['time', mail.replace('08:00', '08:01')],
    ['sender', mail.replace('requester@', 'agent@')],
    ['identifier', mail.replace('<a@x>', '<b@x>')],
  ])('is another one with another %s', (_what, changed) => {
    expect(of(changed)).not.toBe(of(mail));
  });

  it('comes with what a list shows', () => {
    const encoded = mailText({
      From: '"A, B" <A@X.example>',
      Subject: '=?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n =?utf-8?Q?_an_alle?=',
      'Message-ID': '<c@x>',
    });
    expect(identify(Buffer.from(encoded))).toMatchObject({
      sender: 'a@x.example',
      subject: 'Grüße an alle',
      messageId: '<c@x>',
    });
    expect(identify(Buffer.from('no mail at all'))).toMatchObject({
      sender: undefined,
      subject: undefined,
    });
  });
});
