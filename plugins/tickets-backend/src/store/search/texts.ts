import { type MessageKind, wordsOf } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { fieldWords } from '../../domain/search/fieldWords';
import type { StoredTicket } from '../TicketStore';
import { type NewRows, alongside, insertRows } from '../insertRows';
import { onPostgres } from './dialect';

/** What a text is: number and subject of a ticket, a field, or a message. */
export type TextSource = 'ticket' | 'field' | MessageKind;

/** The index of PostgreSQL tells no more words of a text apart than fit into a megabyte. */
const MOST_BYTES = 1_000_000;

/** A text that gets its number from the database. */
export interface NewText {
  readonly ticket_id: string;
  readonly source: TextSource;
  readonly field: string | null;
  readonly words: string;
}

/** What of a ticket its texts are made of. */
export type TextualTicket = Pick<
  StoredTicket,
  'id' | 'number' | 'subject' | 'fields'
>;

/**
 * Raise it when the words of the same texts become others, so that those that
 * there are become them too.
 */
export const TEXT_FORMAT = 1;

/** By these a ticket is found: number and subject, and the fields. */
export function textsOfTicket(ticket: TextualTicket): NewText[] {
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
    knex('ticket_texts')
      .where({ ticket_id: after.id, source })
      .whereNull('origin');
  if (before.subject !== after.subject) {
    await texts('ticket').update({ words: ticketWords(after) });
  }
  const [old, present] = [before, after].map(fieldTextsOf);
  // a text that stays keeps its place among the newest: who does not see that
  // another field changed finds the ticket where it was
  const gone = without(old, present).map(({ field }) => field);
  if (gone.length > 0) {
    await texts('field').whereIn('field', gone).delete();
  }
  await insertRows(knex, [
    { table: 'ticket_texts', rows: without(present, old) },
  ]);
}

/** The texts that are not among the others. */
function without(
  texts: readonly NewText[],
  others: readonly NewText[],
): NewText[] {
  const words = new Map(others.map(other => [other.field, other.words]));
  return texts.filter(text => words.get(text.field) !== text.words);
}

/**
 * Inserts the row of a message and makes it found by its words, in one
 * statement where the database can do that.
 *
 * @param others - rows that are inserted by the way
 * @returns the `seq` of the message
 */
export async function insertMessageRow(
  knex: Knex,
  row: { ticket_id: string; kind: MessageKind; body: string },
  others: readonly NewRows[] = [],
): Promise<number | string> {
  const inserting = knex('ticket_messages').insert(row, ['seq']);
  const text = textOfMessage(row);
  if (!onPostgres(knex)) {
    await insertRows(knex, others);
    const [{ seq }] = await inserting;
    if (text) {
      await knex('ticket_texts').insert({ ...text, message_seq: seq });
    }
    return seq;
  }
  if (!text) {
    const [{ seq }] = await alongside(knex, inserting, others);
    return seq;
  }
  const withText = knex('ticket_texts')
    .with('message', inserting)
    .insert({ ...text, message_seq: knex.raw('(select seq from message)') })
    .returning('message_seq');
  const [{ message_seq: seq }] = await alongside(knex, withText, others);
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
  const words = asIndexed(wordsOf(body));
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

/**
 * The ticket that another one goes into is found by that one's number, subject
 * and fields as well. Who may find it by a field is decided by the category
 * that the field was filled in for.
 */
export async function moveTicketTexts(
  knex: Knex,
  from: string,
  to: string,
): Promise<void> {
  await knex('ticket_texts')
    .where({ ticket_id: from })
    .whereNull('message_seq')
    .update({
      ticket_id: to,
      origin: knex.raw('coalesce(origin, ?)', [from]),
      origin_field: knex.raw('coalesce(origin_field, field)'),
      field: null,
    });
}

function ticketWords({ number, subject }: TextualTicket): string {
  return asIndexed(wordsOf(`${number} ${subject}`));
}

function fieldTextsOf({ id, fields }: TextualTicket): NewText[] {
  return fieldWords(fields).map(([field, words]) => ({
    ticket_id: id,
    source: 'field',
    field,
    words: asIndexed(words),
  }));
}

/** All words of a text, unless somebody made it of nothing but the longest. */
function asIndexed(words: readonly string[]): string {
  const text = words.join(' ');
  if (Buffer.byteLength(text) <= MOST_BYTES) {
    return text;
  }
  const cut = Buffer.from(text).subarray(0, MOST_BYTES).toString();
  return cut.slice(0, cut.lastIndexOf(' '));
}
