import type { Knex } from 'knex';
import { isPostgres } from '../sql/dialect';
import { moveTicketTexts } from './ticketTexts';
import type { Backfill } from '../backfill/Backfill';

/**
 * Makes tickets found by the number, subject and fields of those that went into
 * them under an older version. Over several merges, texts come one further with
 * each batch.
 */
export const mergedTexts: Backfill = {
  id: 'merged-texts',
  what: 'texts of merged tickets',

  async pending(knex) {
    const [{ count }] = await waiting(knex).count({ count: '*' });
    return Number(count);
  },

  async fillBatch(tx, limit) {
    const query = waiting(tx).select('id', 'merged_into').limit(limit);
    if (isPostgres(tx)) {
      query.forUpdate().skipLocked();
    }
    const merged: { id: string; merged_into: string }[] = await query;
    for (const { id, merged_into: into } of merged) {
      await moveTicketTexts(tx, id, into);
    }
    return merged.length;
  },
};

/** Few tickets are merged, and an index has them. */
function waiting(knex: Knex): Knex.QueryBuilder {
  return knex('tickets')
    .whereNotNull('merged_into')
    .whereExists(texts => {
      texts
        .from('ticket_texts')
        .select('seq')
        .whereRaw('ticket_texts.ticket_id = tickets.id')
        .whereNull('message_seq');
    });
}
