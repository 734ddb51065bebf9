import type { EmailConfig } from '../config/readEmailConfig';
import { domainOf } from '../mail/domainOf';
import { oneLine } from '../mail/threading';
import type { DigestEntry } from './DigestStore';
import { digestWords } from './words';

/** A ticket, and what happened to it. */
export interface DigestTicket {
  readonly number: string;
  readonly subject: string;
  readonly entries: readonly DigestEntry[];
}

type ComposeConfig = Pick<EmailConfig, 'sender' | 'replyTo' | 'language'>;

/** A digest, as nodemailer takes it. */
export function digestMail(
  { sender, replyTo, language }: ComposeConfig,
  {
    to,
    messageId,
    tickets,
  }: {
    to: { readonly name: string; readonly address: string };
    messageId: string;
    tickets: readonly DigestTicket[];
  },
) {
  const words = digestWords[language];
  const count = tickets.reduce((sum, { entries }) => sum + entries.length, 0);
  const lineOf = ({ at, sentence, actor }: DigestEntry) =>
    `${timeText(at, language)}: ${sentence}${actor && ` (${words.by} ${actor})`}`;
  return {
    from: { ...sender },
    to: { name: oneLine(to.name), address: to.address },
    replyTo,
    subject: words.subject(count),
    messageId,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `<tickets.${domainOf(sender.address)}>`,
    },
    text: [
      ...tickets.flatMap(({ number, subject, entries }) => [
        oneLine(`${number} ${subject}`),
        entries[0].url,
        ...entries.map(entry => `- ${lineOf(entry)}`),
        '',
      ]),
      words.reason,
    ].join('\n'),
    html: `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>${html(words.subject(count))}</title>
</head>
<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5">
${tickets
  .map(
    ({ number, subject, entries }) => `<h2 style="font-size: 17px">
<a href="${html(entries[0].url)}">${html(number)}</a> ${html(oneLine(subject))}
</h2>
<ul>
${entries.map(entry => `<li>${html(lineOf(entry))}</li>`).join('\n')}
</ul>`,
  )
  .join('\n')}
<p style="font-size: 14px">${html(words.reason)}</p>
</body>
</html>
`,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function timeText(at: Date, language: string): string {
  const text = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(at);
  return `${text} UTC`;
}

function html(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
