import { createHmac } from 'node:crypto';

/*
 * How mails of one ticket stay together in mailboxes: all have the same subject
 * and refer to a first mail that was never sent, so that it makes no difference
 * which of them a person got.
 */

/**
 * The identifier of a mail: the same at each attempt to send it, so that
 * mailboxes recognise a mail that came twice. Only who got the mail knows it:
 * others could report that it did not arrive.
 */
export function messageIdOf(
  mail: {
    readonly ticketId: string;
    readonly notificationId: string;
    readonly address: string;
    /** Id of the message that it is about, where not all may read that. */
    readonly hiddenMessage?: string;
  },
  domain: string,
  key: Buffer,
): string {
  const recipient = createHmac('sha256', key)
    .update(JSON.stringify([mail.notificationId, mail.address]))
    .digest('hex')
    .slice(0, 32);
  const hidden = mail.hiddenMessage ? `.${mail.hiddenMessage}` : '';
  return `<ticket.${mail.ticketId}.${mail.notificationId}.${recipient}${hidden}@${domain}>`;
}

const OWN = /^<ticket\.[^.@]+\.[^.@]+\.[0-9a-f]{32}(?:\.([^.@]+))?@/i;

/**
 * Id of the note or private message that an answer is about, if it is about one.
 *
 * @param answersTo - identifiers of mails, nearest first
 */
export function namedMessageOf(
  answersTo: readonly string[],
): string | undefined {
  const nearest = answersTo.find(id => OWN.test(id));
  return nearest && OWN.exec(nearest)?.[1];
}

/** The identifier of the first mail of a ticket. */
export function threadIdOf(ticketId: string, domain: string): string {
  return `<ticket.${ticketId}@${domain}>`;
}

/** The subject of all mails of a ticket; in one line, whatever its own says. */
export function subjectOf(ticket: {
  readonly number: string;
  readonly subject: string;
}): string {
  return oneLine(`[${ticket.number}] ${ticket.subject}`);
}

/** A text without line breaks and other control characters. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
