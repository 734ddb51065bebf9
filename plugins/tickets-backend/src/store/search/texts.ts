import type { MessageKind } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { fieldWords } from '../../domain/search/fieldWords';
import { wordsOf } from '../../domain/search/words';
import type { StoredTicket } from '../TicketStore';
import { onPostgres } from './dialect';

/** What a text is: number and subject of a ticket, a field, or a message. */
export type TextSource = 'ticket' | 'field' | MessageKind;

/** Rows that one statement inserts; SQLite takes no more than 500. */
const MOST_AT_ONCE = 200;

/** A text that gets its number from the database. */
export interface NewText {
  readonly ticket_id: string;
  readonly source: TextSource;
  readonly field: string | null;
  readonly words: string;
}

/** Makes a new ticket found by its number, its subject and its fields. */
export async function insertTicketTexts(
  knex: Knex,
  ticket: StoredTicket,
): Promise<void> {
  await insertTexts(knex, textsOfTicket(ticket));
}

/** Number and subject, and the fields. */
export function textsOfTicket(ticket: StoredTicket): NewText[] {
  return [
    {
      ticket_id: ticket.id,
      source: 'ticket',
      field: null,
      words: ticketWords(ticket),
    },
    ...fieldTextsOf(ticket),
  ];
}

/** Makes a ticket found by what its subject and its fields have become. */
export async function updateTicketTexts(
  knex: Knex,
  before: StoredTicket,
  after: StoredTicket,
): Promise<void> {
  const texts = (source: TextSource) =>
    knex('ticket_texts').where({ ticket_id: after.id, source });
  if (before.subject !== after.subject) {
    await texts('ticket').update({ words: ticketWords(after) });
  }
  const [old, present] = [before, after].map(fieldTextsOf);
  if (JSON.stringify(old) !== JSON.stringify(present)) {
    await texts('field').delete();
    await insertTexts(knex, present);
  }
}

/**
 * Inserts the row of a message and makes it found by its words, in one
 * statement where the database can do that.
 *
 * @returns the `seq` of the message
 */
export async function insertMessageRow(
  knex: Knex,
  row: { ticket_id: string; kind: MessageKind; body: string },
): Promise<number | string> {
  const inserted = knex('ticket_messages').insert(row, ['seq']);
  const text = textOfMessage(row);
  if (!text) {
    return (await inserted)[0].seq;
  }
  if (!onPostgres(knex)) {
    const [{ seq }] = await inserted;
    await knex('ticket_texts').insert({ ...text, message_seq: seq });
    return seq;
  }
  const [{ message_seq: seq }] = await knex('ticket_texts')
    .with('message', inserted)
    .insert({
      ...text,
      message_seq: knex.raw('(select seq from message)'),
    })
    .returning('message_seq');
  return seq;
}

/** Undefined where a message has no words. */
export function textOfMessage({
  ticket_id: ticketId,
  kind,
  body,
}: {
  ticket_id: string;
  kind: MessageKind;
  body: string;
}): Omit<NewText, 'field'> | undefined {
  const words = wordsOf(body).join(' ');
  return words === ''
    ? undefined
    : { ticket_id: ticketId, source: kind, words };
}

/** A message is found at the ticket that it moved to; without an id, all are. */
export async function moveMessageTexts(
  knex: Knex,
  from: string,
  to: string,
  message?: string,
): Promise<void> {
  const texts = knex('ticket_texts')
    .where({ ticket_id: from })
    .whereNotNull('message_seq');
  if (message !== undefined) {
    texts.where({ message_seq: message });
  }
  await texts.update({ ticket_id: to });
}

/** In one statement, unless there are more fields than one could take. */
async function insertTexts(
  knex: Knex,
  texts: readonly NewText[],
): Promise<void> {
  for (let from = 0; from < texts.length; from += MOST_AT_ONCE) {
    const some = texts.slice(from, from + MOST_AT_ONCE);
    await knex('ticket_texts').insert(some);
  }
}

function ticketWords({ number, subject }: StoredTicket): string {
  return wordsOf(`${number} ${subject}`).join(' ');
}

function fieldTextsOf({ id, fields }: StoredTicket): NewText[] {
  return fieldWords(fields).map(([field, words]) => ({
    ticket_id: id,
    source: 'field',
    field,
    words: words.join(' '),
  }));
}
