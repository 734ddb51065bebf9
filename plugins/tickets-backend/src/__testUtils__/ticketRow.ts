import type { Knex } from 'knex';

const filedAt = new Date();

/** The least that the row of a ticket has, in all versions of its table. */
export const ticketRow = {
  id: 'id-1',
  number: 'T1',
  version: 1,
  subject: 'Subject',
  status: 'new',
  priority: 'normal',
  visibility: 'public',
  requester: 'user:default/a',
  created_by: 'user:default/a',
  created_at: filedAt,
  updated_at: filedAt,
};

/** Makes the tables of the desk, and the ticket. */
export async function layTicketRow(knex: Knex): Promise<void> {
  await knex('tickets').insert(ticketRow);
}

/** The same, with replies of these numbers that all have the same words. */
export async function layTexts(
  knex: Knex,
  words: string,
  seqs: readonly number[],
): Promise<void> {
  await layTicketRow(knex);
  await knex.batchInsert(
    'ticket_texts',
    seqs.map(seq => ({ seq, ticket_id: ticketRow.id, source: 'reply', words })),
    100,
  );
}
