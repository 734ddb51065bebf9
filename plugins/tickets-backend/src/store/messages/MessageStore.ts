import type { Knex } from 'knex';
import type { MessageReader } from '../../domain/access/readableMessage';
import { FileStore } from '../files/FileStore';
import type { BackwardsPage } from '../BackwardsPage';
import {
  insertMessageRow,
  moveMessageTexts,
  removeMessageText,
} from '../texts/messageTexts';
import type { NewRows } from '../sql/insertRows';
import { toDate } from '../sql/instants';
import { isReadableMessage } from '../access/readableMessages';
import { whereHolds } from '../sql/sql';
import type { NewMessage, Redaction, StoredMessage } from './StoredMessage';
import {
  type MessageRow,
  type RecipientRow,
  messageRow,
  recipientRows,
  redactionOf,
} from './rows';

/** What of a ticket it takes to move its conversation. */
export interface ConversationPlace {
  readonly id: string;
  readonly number: string;
}

/** What was written on tickets. */
export class MessageStore {
  constructor(private readonly knex: Knex) {}

  /** @param others - rows that are inserted by the way */
  async insert(
    ticketId: string,
    message: NewMessage,
    others: readonly NewRows[] = [],
  ): Promise<StoredMessage> {
    const row = messageRow(ticketId, message);
    const seq = await insertMessageRow(this.knex, row, others);
    if (message.recipients.length > 0) {
      await this.knex<RecipientRow>('ticket_message_recipients').insert(
        recipientRows(seq, message),
      );
    }
    return {
      ...message,
      id: String(seq),
      ticketId,
      origin: null,
      files: [],
      redacted: null,
    };
  }

  /** The messages of a ticket that a person may read, newest first. */
  async list(
    ticketId: string,
    reader: MessageReader,
    page: BackwardsPage,
  ): Promise<StoredMessage[]> {
    const query = this.knex<MessageRow>('ticket_messages')
      .where('ticket_id', ticketId)
      .orderBy('seq', 'desc')
      .limit(page.limit);
    whereHolds(query, isReadableMessage(reader));
    if (page.before !== undefined) {
      query.where('seq', '<', page.before);
    }
    return complete(this.knex, await query);
  }

  /** A message, regardless of who may read it. */
  async find(id: string): Promise<StoredMessage | undefined> {
    const rows = await this.knex<MessageRow>('ticket_messages').where({
      seq: id,
    });
    return (await complete(this.knex, rows))[0];
  }

  /** The oldest reply; one that was written on another ticket only for want of others. */
  async firstReply(ticketId: string): Promise<StoredMessage | undefined> {
    const rows = await this.knex<MessageRow>('ticket_messages')
      .where({ ticket_id: ticketId, kind: 'reply' })
      .orderByRaw('case when origin is null then 0 else 1 end, seq')
      .limit(1);
    return (await complete(this.knex, rows))[0];
  }

  /** Numbers of the tickets on which messages of a ticket were written. */
  async originsIn(ticketId: string): Promise<string[]> {
    return this.knex('ticket_messages')
      .where({ ticket_id: ticketId })
      .whereNotNull('origin')
      .distinct()
      .pluck('origin');
  }

  /** Removes what a message says, for its readers and for searches. */
  async redact(id: string, { by, at }: Redaction): Promise<void> {
    await this.knex<MessageRow>('ticket_messages')
      .where({ seq: id })
      .update({ body: '', redacted_by: by, redacted_at: at });
    await removeMessageText(this.knex, id);
  }

  /** Moves one message with its files to another ticket. */
  async move(
    id: string,
    from: ConversationPlace,
    to: ConversationPlace,
  ): Promise<void> {
    const message = this.knex('ticket_messages').where({ seq: id });
    await message.update(moved(this.knex, from, to));
    await moveMessageTexts(this.knex, from.id, to.id, id);
    await this.knex('ticket_files')
      .where({ message_seq: id })
      .update({ ticket_id: to.id });
  }

  /**
   * Moves all messages with their files to another ticket. They keep their order
   * by time among those that are there, and remember where they were written.
   */
  async moveAll(from: ConversationPlace, to: ConversationPlace): Promise<void> {
    const messages = this.knex('ticket_messages').where({ ticket_id: from.id });
    await messages.update(moved(this.knex, from, to));
    await moveMessageTexts(this.knex, from.id, to.id);
    await this.knex('ticket_files')
      .where({ ticket_id: from.id })
      .update({ ticket_id: to.id });
  }
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
    new FileStore(knex).ofMessages(rows.map(({ seq }) => String(seq))),
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
    redacted: redactionOf(row),
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

/** A message that comes back to where it was written has no other origin. */
function moved(knex: Knex, from: ConversationPlace, to: ConversationPlace) {
  return {
    ticket_id: to.id,
    origin: knex.raw('nullif(coalesce(origin, ?), ?)', [
      from.number,
      to.number,
    ]),
  };
}
