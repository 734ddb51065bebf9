import type { Knex } from 'knex';
import { migrationsDirectory } from '../store/migrations';

/** The id of the only ticket, to which texts can belong. */
export const ticketId = 'id-1';

/** Makes the tables of the desk, and a ticket for texts. */
export async function layTicketForTexts(knex: Knex): Promise<void> {
  await knex.migrate.latest({ directory: migrationsDirectory });
  await knex('tickets').insert({
    id: ticketId,
    number: 'T1',
    version: 1,
    subject: 'Subject',
    status: 'new',
    priority: 'normal',
    visibility: 'public',
    requester: 'user:default/a',
    created_by: 'user:default/a',
    created_at: new Date(),
    updated_at: new Date(),
  });
}
