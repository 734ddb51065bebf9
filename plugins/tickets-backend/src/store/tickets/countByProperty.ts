import type { Knex } from 'knex';

/** What a ticket takes from the configuration. */
export type ConfiguredProperty =
  'status' | 'category' | 'priority' | 'team' | 'slaPolicy';

/** How many tickets have a value, and how many of them have not ended. */
export interface PropertyCount {
  readonly value: string;
  readonly tickets: number;
  readonly open: number;
}

interface CountRow {
  value: string;
  tickets: number | string;
  ended: number | string;
}

const columns: Readonly<Record<ConfiguredProperty, string>> = {
  status: 'status',
  category: 'category',
  priority: 'priority',
  team: 'team',
  slaPolicy: 'sla_policy',
};

/**
 * Counts tickets by what they have of the configuration. Those that have
 * nothing of that kind, or went into other tickets, do not count.
 */
export async function countByProperty(
  knex: Knex,
  property: ConfiguredProperty,
): Promise<PropertyCount[]> {
  const column = columns[property];
  const rows = await knex('tickets')
    .count({ tickets: '*', ended: 'ended_at' })
    .whereNotNull(column)
    .whereNull('merged_into')
    .groupBy(column)
    .orderBy(column)
    .select<CountRow[]>({ value: column });
  return rows.map(({ value, tickets, ended }) => ({
    value,
    tickets: Number(tickets),
    open: Number(tickets) - Number(ended),
  }));
}
