import type { Knex } from 'knex';
import type { NewEvent } from '../domain/ticketState';
import type { OutboxEntry } from './OutboxStore';
import type { NewMessage, StoredMessage, StoredTicket } from './TicketStore';
import { eventRow } from './events';
import { insertRows } from './insertRows';
import { insertMessage } from './messages';
import { outboxRow } from './outbox';
import { textsOfTicket } from './search/texts';
import { belongingRows } from './ticketBelongings';
import { insertTicketRow } from './tickets';

/** What comes to be with a new ticket. */
export interface TicketInsert {
  /** The count that its number was made of. Default: its last digits */
  readonly count?: number;
  /** What happened to it already. */
  readonly events?: readonly NewEvent[];
  /** The first message; it is for everybody who may read the ticket. */
  readonly message?: Omit<NewMessage, 'recipients'>;
  /** What has to be told of it. */
  readonly outbox?: readonly OutboxEntry[];
}

/** A new ticket as it was written. */
export interface InsertedTicket {
  readonly message?: StoredMessage;
}

/**
 * Inserts a ticket with all that comes with it. Whoever files at the same time
 * waits for the end of the transaction, since its number is held: on PostgreSQL
 * everything but the ticket's own row is one statement.
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
    return { message: await insertMessage(knex, id, first, rows) };
  }
  await insertRows(knex, rows);
  return {};
}
