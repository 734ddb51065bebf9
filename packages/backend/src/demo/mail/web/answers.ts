import type { ParsedMail } from 'mailparser';
import type { SendMailOptions } from 'nodemailer';
import type { Inbox } from '../inboxes';
import { timeText } from './page';
import { type Language, words } from './words';

/** An answer as mail programs write it, with what it answers to below. */
export function answerTo(
  mail: ParsedMail,
  { from, text, language }: { from: Inbox; text: string; language: Language },
): SendMailOptions {
  const [to] = (mail.replyTo ?? mail.from)?.value ?? [];
  const name = mail.from?.value[0]?.name || to?.address || '';
  const at = timeText(mail.date ?? new Date(), language);
  const quoted = (mail.text ?? '')
    .trimEnd()
    .split('\n')
    .map(line => `> ${line}`.trimEnd());
  return {
    from,
    to: { name: to?.name ?? '', address: to?.address ?? '' },
    subject: /^re:/i.test(mail.subject ?? '')
      ? mail.subject
      : `Re: ${mail.subject ?? ''}`,
    inReplyTo: mail.messageId,
    references: [mail.references ?? [], mail.messageId ?? []].flat(),
    text: [text.trimEnd(), '', words[language].wrote(name, at), ...quoted].join(
      '\n',
    ),
  };
}
