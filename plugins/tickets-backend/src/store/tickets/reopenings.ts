import type { Knex } from 'knex';
import type { StoredTicket } from './StoredTicket';

interface ReopeningRow {
  readonly ticket_id: string;
  readonly ended_at: Date;
  readonly reopened_at: Date;
}

/**
 * Records from when until when a reopened ticket had been ended, which the ticket
 * itself no longer shows. That it ended again in the same step makes no
 * difference.
 */
export async function insertReopening(
  knex: Knex,
  before: StoredTicket,
  after: StoredTicket,
): Promise<void> {
  if (
    before.endedAt !== null &&
    before.endedAt.getTime() !== after.endedAt?.getTime()
  ) {
    await knex<ReopeningRow>('ticket_reopenings').insert({
      ticket_id: after.id,
      ended_at: before.endedAt,
      reopened_at: after.updatedAt,
    });
  }
}
