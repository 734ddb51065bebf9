import type { Knex } from 'knex';

/** The tickets that were merged into a ticket, or into one of these. */
export async function idsMergedInto(
  knex: Knex,
  ticketId: string,
): Promise<string[]> {
  const mergedInto = (query: Knex.QueryBuilder) =>
    query.from('tickets').select('tickets.id');
  return knex
    .withRecursive('merged', ['id'], query =>
      mergedInto(query)
        .where('tickets.merged_into', ticketId)
        .union(others =>
          mergedInto(others).join('merged', 'merged.id', 'tickets.merged_into'),
        ),
    )
    .from('merged')
    .pluck('id');
}
