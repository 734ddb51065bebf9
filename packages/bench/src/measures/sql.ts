import type { Client, Row } from '../database';

/** Tickets in the order of a subquery, each with its assets. */
export const withAssets = (tickets: string, order: string) => `
  select t.*, a.entity_ref, a.owner
  from (${tickets}) t left join ticket_assets a on a.ticket_id = t.id
  order by ${order}, a.position`;

/** Those that lists show without being asked for more. */
export const listed = 'archived_at is null and merged_into is null';

/**
 * Writes a row whatever columns the table has.
 *
 * @param returning - a column of the written row that is wanted back
 */
export function insert(
  client: Client,
  table: string,
  row: Row,
  returning?: string,
): Promise<Row[]> {
  const columns = Object.keys(row);
  return client.query(
    `insert into ${table} (${columns.map(name => `"${name}"`).join(', ')})
     values (${columns.map(() => '?').join(', ')})
     ${returning ? `returning ${returning}` : ''}`,
    Object.values(row),
  );
}

/** What has to be known of a ticket to read it or to answer. */
export interface SampleTicket {
  readonly id: string;
  readonly number: string;
  readonly team: string | null;
  readonly requester: string;
}

/** Some tickets that fulfil a condition, chosen by chance. */
export async function sampleTickets(
  client: Client,
  condition: string,
): Promise<SampleTicket[]> {
  const rows = await client.query(
    `select id, number, team, requester from tickets
     where ${condition} order by random() limit 5000`,
  );
  return rows as SampleTicket[];
}

export async function inTransaction<T>(
  client: Client,
  work: () => Promise<T>,
): Promise<T> {
  await client.begin();
  const result = await work();
  await client.query('commit');
  return result;
}
