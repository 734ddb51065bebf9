import type { Knex } from 'knex';
import type { StoredTicket } from './StoredTicket';

interface ReopeningRow {
  readonly ticket_id: string;
  readonly ended_at: Date;
  readonly reopened_at: Date;
}

/**
 * Keeps from when until when a ticket had ended that was opened again, which
 * the ticket itself does not tell any more. That it ended again in the same
 * step makes no difference.
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
