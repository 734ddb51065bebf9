import type { Knex } from 'knex';
import { moveMessageTexts } from './search/texts';

/** What of a ticket it takes to move its conversation. */
export interface ConversationPlace {
  readonly id: string;
  readonly number: string;
}

/**
 * Moves all messages with their files to another ticket. They keep their order
 * by time among those that are there, and remember where they were written.
 */
export async function moveConversation(
  knex: Knex,
  from: ConversationPlace,
  to: ConversationPlace,
): Promise<void> {
  const messages = knex('ticket_messages').where({ ticket_id: from.id });
  await messages.update(moved(knex, from, to));
  await moveMessageTexts(knex, from.id, to.id);
  await knex('ticket_files')
    .where({ ticket_id: from.id })
    .update({ ticket_id: to.id });
}

/** Moves one message with its files to another ticket. */
export async function moveMessage(
  knex: Knex,
  id: string,
  from: ConversationPlace,
  to: ConversationPlace,
): Promise<void> {
  const message = knex('ticket_messages').where({ seq: id });
  await message.update(moved(knex, from, to));
  await moveMessageTexts(knex, from.id, to.id, id);
  await knex('ticket_files')
    .where({ message_seq: id })
    .update({ ticket_id: to.id });
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
