import { wordsOf } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { fieldWords } from '../../domain/search/fieldWords';
import type { TicketState } from '../../domain/ticketState';
import { insertRows } from '../sql/insertRows';
import { type NewText, type TextSource, asIndexed } from './NewText';

/** What of a ticket its texts are made of. */
export interface TextualTicket extends Pick<TicketState, 'subject' | 'fields'> {
  readonly id: string;
  readonly number: string;
}

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
  before: TextualTicket,
  after: TextualTicket,
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
