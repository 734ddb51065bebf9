import { createHash } from 'node:crypto';

/*
 * How mails of one ticket stay together in mailboxes: all have the same subject
 * and refer to a first mail that was never sent, so that it makes no difference
 * which of them somebody got.
 */

/**
 * The identifier of a mail: the same at each attempt to send it, so that
 * mailboxes recognise a mail that came twice.
 */
export function messageIdOf(
  mail: {
    readonly ticketId: string;
    readonly notificationId: string;
    readonly address: string;
  },
  domain: string,
): string {
  const recipient = createHash('sha256')
    .update(mail.address)
    .digest('hex')
    .slice(0, 16);
  return `<ticket.${mail.ticketId}.${mail.notificationId}.${recipient}@${domain}>`;
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
