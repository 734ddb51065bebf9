import type { Knex } from 'knex';
import type { NewEvent } from '../../domain/ticketState';
import type { OutboxEntry } from '../outbox/OutboxEntry';
import type { NewMessage, StoredMessage } from '../messages/StoredMessage';
import type { StoredTicket } from './StoredTicket';
import { eventRow } from '../events/EventStore';
import { insertRows } from '../sql/insertRows';
import { MessageStore } from '../messages/MessageStore';
import { outboxRow } from '../outbox/OutboxStore';
import { textsOfTicket } from '../texts/ticketTexts';
import { belongingRows } from './belongings';
import type { TicketRow } from './TicketRow';
import { toRow } from './rows';

/** What comes to be with a new ticket. */
export interface TicketInsert {
  /** The count that its number was made of. Default: its last digits */
  readonly count?: number;
  /** What happened to it already. */
  readonly events?: readonly NewEvent[];
  /** The first message; it is for everybody who may read the ticket. */
  readonly message?: Omit<NewMessage, 'recipients'>;
  /** The notifications about it. */
  readonly outbox?: readonly OutboxEntry[];
}

/** A new ticket as it was written. */
export interface InsertedTicket {
  readonly message?: StoredMessage;
}

/**
 * Inserts a ticket with all that comes with it. Others who file at the same time
 * wait for the end of the transaction, since it holds the next number. To keep
 * that short, everything but the ticket's own row is one statement on PostgreSQL.
 *
 * @returns undefined when another ticket has the number; then nothing is inserted
 */
export async function insertTicket(
  knex: Knex,
  ticket: StoredTicket,
  { count, events = [], message, outbox = [] }: TicketInsert,
): Promise<InsertedTicket | undefined> {
  if (!(await insertTicketRow(knex, ticket, count))) {
    return undefined;
  }
  const { id } = ticket;
  const rows = [
    ...belongingRows(ticket),
    { table: 'ticket_texts', rows: textsOfTicket(ticket) },
    {
      table: 'ticket_events',
      rows: events.map(event => eventRow(ticket, event)),
    },
    { table: 'ticket_outbox', rows: outbox.map(outboxRow) },
  ];
  if (message) {
    const first = { ...message, recipients: [] };
    return { message: await new MessageStore(knex).insert(id, first, rows) };
  }
  await insertRows(knex, rows);
  return {};
}

/**
 * Inserts the row of a ticket.
 *
 * @param count - that its number was made of
 * @returns false when another ticket has the number; then nothing is inserted
 */
async function insertTicketRow(
  knex: Knex,
  ticket: StoredTicket,
  count?: number,
): Promise<boolean> {
  const row = toRow(ticket);
  const inserted = await knex<TicketRow>('tickets')
    .insert({ ...row, number_count: count ?? row.number_count }, ['id'])
    .onConflict('number')
    .ignore();
  return inserted.length > 0;
}
