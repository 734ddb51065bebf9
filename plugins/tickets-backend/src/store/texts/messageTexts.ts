import { type MessageKind, wordsOf } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { isPostgres } from '../sql/dialect';
import { type NewRows, alongside, insertRows } from '../sql/insertRows';
import { type NewText, asIndexed } from './NewText';

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
  if (!isPostgres(knex)) {
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

/** A message that says nothing any longer is not found by its words. */
export async function removeMessageText(
  knex: Knex,
  message: string,
): Promise<void> {
  await knex('ticket_texts').where({ message_seq: message }).delete();
}
