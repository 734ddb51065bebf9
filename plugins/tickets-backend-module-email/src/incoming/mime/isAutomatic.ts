import type { IncomingMail } from './readMail';

/**
 * Whether a program wrote a mail: a responder, a list, a server, or this desk.
 * Taking such mails in, with a confirmation for each, makes loops.
 */
export function isAutomatic({
  header,
  from,
  messageId,
}: Pick<IncomingMail, 'header' | 'from' | 'messageId'>): boolean {
  // a comment may follow: "auto-replied (vacation)"
  const submitted = header('auto-submitted').replace(/[\s;(].*$/, '');
  return (
    (submitted !== '' && submitted !== 'no') ||
    /^(bulk|junk|list|auto_reply)\b/.test(header('precedence')) ||
    ['list-id', 'x-autoreply', 'x-autorespond', 'x-autoresponse'].some(
      name => header(name) !== '',
    ) ||
    header('return-path') === '<>' ||
    from.some(address => /^(mailer-daemon|postmaster)@/.test(address)) ||
    /^<ticket\.[0-9a-f-]{36}\.[^@]+@/i.test(messageId ?? '')
  );
}
