import type { MessageKind, Side } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { BackwardsPage, NewMessage, StoredMessage } from './TicketStore';
import { type DbInstant, toDate } from './instants';

interface MessageRow {
  seq: number | string;
  ticket_id: string;
  kind: MessageKind;
  side: Side;
  author: string;
  body: string;
  created_at: DbInstant;
}

export async function insertMessage(
  knex: Knex,
  ticketId: string,
  message: NewMessage,
): Promise<StoredMessage> {
  const { createdAt, ...rest } = message;
  const [row] = await knex<MessageRow>('ticket_messages').insert(
    { ticket_id: ticketId, ...rest, created_at: createdAt },
    ['seq'],
  );
  return { ...message, id: String(row.seq) };
}

export async function listMessages(
  knex: Knex,
  ticketId: string,
  kinds: readonly MessageKind[],
  page: BackwardsPage,
): Promise<StoredMessage[]> {
  const query = knex<MessageRow>('ticket_messages')
    .where('ticket_id', ticketId)
    .whereIn('kind', kinds)
    .orderBy('seq', 'desc')
    .limit(page.limit);
  if (page.before !== undefined) {
    query.where('seq', '<', page.before);
  }
  return (await query).map(row => ({
    id: String(row.seq),
    kind: row.kind,
    side: row.side,
    author: row.author,
    body: row.body,
    createdAt: toDate(row.created_at),
  }));
}
