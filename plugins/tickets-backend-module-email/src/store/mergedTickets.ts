import type { Knex } from 'knex';

/**
 * The ids of a ticket and of those that were merged into it, whose mails and mutes
 * are its own from then on. Of the desk's own tables, which stand in the same
 * database, this reads two columns that are there for good.
 */
export async function withMerged(
  knex: Knex,
  ticketId: string,
): Promise<string[]> {
  const merged: string[] = await knex
    .withRecursive('merged', ['id'], query =>
      query
        .from('tickets')
        .select('tickets.id')
        .where('tickets.merged_into', ticketId)
        // a union ends where merges lead back to where they began
        .union(next =>
          next
            .from('tickets')
            .select('tickets.id')
            .join('merged', 'merged.id', 'tickets.merged_into'),
        ),
    )
    .from('merged')
    .pluck('id');
  return [ticketId, ...merged.filter(id => id !== ticketId)];
}
