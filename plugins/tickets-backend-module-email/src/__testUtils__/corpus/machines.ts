import { type CorpusMail, part, parts, rawMail } from './CorpusMail';

const OWN = 'I am away.';

const automatic: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'vacation of Pigeonhole': {
    'Auto-Submitted': 'auto-replied (vacation)',
    Precedence: 'bulk',
    'X-Auto-Response-Suppress': 'All',
  },
  'a job': { 'Auto-Submitted': 'auto-generated' },
  'a reply': { 'Auto-Submitted': 'auto-replied; type=vacation' },
  capitals: { 'AUTO-SUBMITTED': 'Auto-Replied' },
  'bulk mail': { Precedence: 'bulk' },
  'junk mail': { Precedence: 'junk' },
  'an old list': { Precedence: 'list' },
  'a list': { 'List-Id': 'Help <help.lists.example.com>' },
  'an old responder': { 'X-Autoreply': 'yes' },
  'another one': { 'X-Autorespond': 'Away' },
  'a server': { From: 'MAILER-DAEMON@relay.example.com' },
  'an empty return path': { 'Return-Path': '<>' },
  'the desk itself': {
    'Message-ID':
      '<ticket.01234567-89ab-cdef-0123-456789abcdef.n.0123@example.com>',
  },
};

const people: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'somebody who says so': { 'Auto-Submitted': 'no' },
  'somebody who says so, with a comment': { 'Auto-Submitted': 'no (by hand)' },
  'formail, which marks nothing': { 'In-Reply-To': '<a@x>', 'X-Loop': 'x' },
  'a first class mail': { Precedence: 'first-class' },
};

const report = (
  name: string,
  {
    headers,
    type,
    status,
    returned = 'text/rfc822-headers',
  }: {
    headers: Readonly<Record<string, string | undefined>>;
    type: string;
    status: string;
    returned?: string;
  },
  fate: CorpusMail['fate'],
): CorpusMail => ({
  name,
  raw: rawMail(
    { From: 'Mailer <MAILER-DAEMON@relay.example>', ...headers },
    parts(
      'b',
      part(['Content-Type: text/plain'], 'I am sorry.'),
      part([`Content-Type: ${type}`], status),
      part(
        [`Content-Type: ${returned}`],
        'Message-ID: <ours@example.com>\nSubject: x\n\nx',
      ),
    ),
  ),
  own: 'I am sorry.',
  kind: 'report',
  fate,
});

const delivery = (action: string, status: string) =>
  `Reporting-MTA: dns; relay\n\nFinal-Recipient: rfc822; a@example.com\nAction: ${action}\nStatus: ${status}`;

const marked = {
  'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
  'Auto-Submitted': 'auto-replied',
};
const unmarked = { 'Content-Type': 'multipart/mixed; boundary=b' };
const DSN = 'message/delivery-status';

/** Mails that programs write, and mails of people that look like it. */
export const machines: readonly CorpusMail[] = [
  ...Object.entries(automatic).map(([name, headers]): CorpusMail => ({
    name,
    raw: rawMail(headers, OWN),
    own: OWN,
    kind: 'automatic',
  })),
  ...Object.entries(people).map(([name, headers]): CorpusMail => ({
    name,
    raw: rawMail(headers, OWN),
    own: OWN,
    answersTo: headers['In-Reply-To'] ? [headers['In-Reply-To']] : [],
  })),
  ...[marked, unmarked].flatMap((headers, index) =>
    (
      [
        ['failed', '5.1.1', 'failed'],
        ['failed', '5.0.0', 'failed'],
        ['delayed', '4.7.1', 'delayed'],
        // given up, though it says that it is only late
        ['delayed', '4.4.7', 'failed'],
        ['delivered', '2.0.0', 'other'],
      ] as const
    ).flatMap(([action, status, fate]) =>
      ['text/rfc822-headers', 'message/rfc822'].map(returned =>
        report(
          `${index ? 'unmarked' : 'marked'} report: ${action} ${status}, ${returned}`,
          { headers, type: DSN, status: delivery(action, status), returned },
          fate,
        ),
      ),
    ),
  ),
  report(
    'an international report',
    {
      headers: marked,
      type: 'message/global-delivery-status',
      status: delivery('failed', '5.6.7'),
      returned: 'message/global',
    },
    'failed',
  ),
  report(
    'reject of Pigeonhole',
    {
      headers: {
        'Content-Type':
          'multipart/report; report-type=disposition-notification; boundary=b',
        'Auto-Submitted': 'auto-replied (rejected)',
      },
      type: 'message/disposition-notification',
      status:
        'Original-Message-ID: <ours@example.com>\nDisposition: automatic-action/MDN-sent-automatically; deleted',
    },
    'failed',
  ),
  report(
    'that it was read',
    {
      headers: {
        From: 'jane@example.com',
        'Content-Type':
          'multipart/report; report-type=disposition-notification; boundary=b',
      },
      type: 'message/disposition-notification',
      status:
        'Original-Message-ID: <ours@example.com>\nDisposition: manual-action/MDN-sent-manually; displayed',
    },
    'other',
  ),
];
