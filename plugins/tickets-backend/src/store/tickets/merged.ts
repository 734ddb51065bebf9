import type { Knex } from 'knex';
import type { StoredTicket } from './StoredTicket';
import type { TicketRow } from './TicketRow';

/** What a ticket was found by that went into another one. */
export interface MergedTicket extends Pick<
  StoredTicket,
  'number' | 'subject' | 'category' | 'fields'
> {
  /** The counter in its number; null where it is not known. */
  readonly count: number | null;
  /** Id of the ticket that it is part of now, over however many merges. */
  readonly into: string;
}

/** The tickets that went into these, in the order of their numbers. */
export async function mergedTickets(
  knex: Knex,
  into: readonly string[],
): Promise<MergedTicket[]> {
  type Column = 'number' | 'number_count' | 'subject' | 'category' | 'fields';
  const rows: (Pick<TicketRow, Column> & { into: string })[] = await knex
    .withRecursive('merged', ['id', 'into'], query =>
      query
        .from('tickets')
        .select('tickets.id', 'tickets.merged_into')
        .whereIn('tickets.merged_into', into)
        .union(others =>
          others
            .from('tickets')
            .select('tickets.id', 'merged.into')
            .join('merged', 'merged.id', 'tickets.merged_into'),
        ),
    )
    .from('merged')
    .join('tickets', 'tickets.id', 'merged.id')
    .orderBy(['tickets.number', 'merged.into'])
    .select(
      'merged.into',
      'tickets.number',
      'tickets.number_count',
      'tickets.subject',
      'tickets.category',
      'tickets.fields',
    );
  return rows.map(({ number_count: count, ...row }) => ({
    ...row,
    count: count === null ? null : Number(count),
    fields: JSON.parse(row.fields),
  }));
}

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
