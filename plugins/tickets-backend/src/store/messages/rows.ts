import type { MessageKind, Side } from '@portaldesk/plugin-tickets-common';
import type { DbInstant } from '../sql/instants';
import type { NewMessage } from './StoredMessage';

export interface MessageRow {
  seq: number | string;
  ticket_id: string;
  kind: MessageKind;
  side: Side;
  author: string;
  body: string;
  origin: string | null;
  created_at: DbInstant;
}

export interface RecipientRow {
  message_seq: number | string;
  ref: string;
}

/** The row of a message that gets its number from the database. */
export function messageRow(
  ticketId: string,
  { createdAt, recipients: _recipients, ...rest }: NewMessage,
): Omit<MessageRow, 'seq' | 'origin'> {
  return { ticket_id: ticketId, ...rest, created_at: createdAt };
}

/** One row for each recipient of a private message. */
export function recipientRows(
  seq: number | string,
  { recipients }: Pick<NewMessage, 'recipients'>,
): RecipientRow[] {
  return recipients.map(ref => ({ message_seq: seq, ref }));
}
