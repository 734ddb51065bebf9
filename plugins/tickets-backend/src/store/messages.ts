import type { MessageKind, Side } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type {
  BackwardsPage,
  MessageReader,
  NewMessage,
  StoredMessage,
} from './TicketStore';
import { filesOfMessages } from './files';
import type { NewRows } from './insertRows';
import { type DbInstant, toDate } from './instants';
import { insertMessageRow } from './search/texts';
import { type Sql, anyOf, sql, whereHolds } from './sql';

interface MessageRow {
  seq: number | string;
  ticket_id: string;
  kind: MessageKind;
  side: Side;
  author: string;
  body: string;
  origin: string | null;
  created_at: DbInstant;
}

interface RecipientRow {
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

/** @param others - rows that are inserted by the way */
export async function insertMessage(
  knex: Knex,
  ticketId: string,
  message: NewMessage,
  others: readonly NewRows[] = [],
): Promise<StoredMessage> {
  const row = messageRow(ticketId, message);
  const seq = await insertMessageRow(knex, row, others);
  if (message.recipients.length > 0) {
    await knex<RecipientRow>('ticket_message_recipients').insert(
      recipientRows(seq, message),
    );
  }
  return { ...message, id: String(seq), ticketId, origin: null, files: [] };
}

/** The messages of a ticket that somebody may read, newest first. */
export async function listMessages(
  knex: Knex,
  ticketId: string,
  reader: MessageReader,
  page: BackwardsPage,
): Promise<StoredMessage[]> {
  const query = knex<MessageRow>('ticket_messages')
    .where('ticket_id', ticketId)
    .orderBy('seq', 'desc')
    .limit(page.limit);
  whereHolds(query, isReadableMessage(reader));
  if (page.before !== undefined) {
    query.where('seq', '<', page.before);
  }
  return complete(knex, await query);
}

export async function findMessage(
  knex: Knex,
  id: string,
): Promise<StoredMessage | undefined> {
  const rows = await knex<MessageRow>('ticket_messages').where({ seq: id });
  return (await complete(knex, rows))[0];
}

/** The oldest reply; one that was written on another ticket only for want of others. */
export async function firstReply(
  knex: Knex,
  ticketId: string,
): Promise<StoredMessage | undefined> {
  const rows = await knex<MessageRow>('ticket_messages')
    .where({ ticket_id: ticketId, kind: 'reply' })
    .orderByRaw('case when origin is null then 0 else 1 end, seq')
    .limit(1);
  return (await complete(knex, rows))[0];
}

/**
 * That somebody who may read the ticket may read a message of it: all replies,
 * notes from inside, private messages that they wrote or that are for them.
 */
export function isReadableMessage({ ref, inside }: MessageReader): Sql {
  return anyOf([
    sql`kind in ${inside ? ['reply', 'note'] : ['reply']}`,
    sql`kind = 'private' and author = ${ref}`,
    sql`kind = 'private' and exists (
      select * from ticket_message_recipients
      where message_seq = ticket_messages.seq and ref = ${ref}
    )`,
  ]);
}

/** Completes message rows by recipients and files, each in one statement. */
async function complete(
  knex: Knex,
  rows: readonly MessageRow[],
): Promise<StoredMessage[]> {
  const [recipients, files] = await Promise.all([
    recipientsOf(
      knex,
      rows.filter(({ kind }) => kind === 'private').map(({ seq }) => seq),
    ),
    filesOfMessages(
      knex,
      rows.map(({ seq }) => String(seq)),
    ),
  ]);
  return rows.map(row => ({
    id: String(row.seq),
    ticketId: row.ticket_id,
    kind: row.kind,
    side: row.side,
    author: row.author,
    body: row.body,
    recipients: recipients
      .filter(({ message_seq: seq }) => String(seq) === String(row.seq))
      .map(({ ref }) => ref),
    origin: row.origin,
    files: files.get(String(row.seq)) ?? [],
    createdAt: toDate(row.created_at),
  }));
}

async function recipientsOf(
  knex: Knex,
  messages: readonly (number | string)[],
): Promise<RecipientRow[]> {
  return messages.length === 0
    ? []
    : knex<RecipientRow>('ticket_message_recipients')
        .whereIn('message_seq', messages)
        .orderBy('ref');
}
