import type { MessageKind, Side } from '@portaldesk/plugin-tickets-common';
import { type DbInstant, toDate } from '../sql/instants';
import type { NewMessage, Redaction } from './StoredMessage';

export interface MessageRow {
  seq: number | string;
  ticket_id: string;
  kind: MessageKind;
  side: Side;
  author: string;
  body: string;
  origin: string | null;
  redacted_by: string | null;
  redacted_at: DbInstant | null;
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
): Omit<MessageRow, 'seq' | 'origin' | 'redacted_by' | 'redacted_at'> {
  return { ticket_id: ticketId, ...rest, created_at: createdAt };
}

export function redactionOf({
  redacted_by: by,
  redacted_at: at,
}: MessageRow): Redaction | null {
  return by === null || at === null ? null : { by, at: toDate(at) };
}

/** One row for each recipient of a private message. */
export function recipientRows(
  seq: number | string,
  { recipients }: Pick<NewMessage, 'recipients'>,
): RecipientRow[] {
  return recipients.map(ref => ({ message_seq: seq, ref }));
}
