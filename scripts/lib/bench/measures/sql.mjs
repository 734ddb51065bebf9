/** Tickets in the order of a subquery, each with its assets. */
export const withAssets = (tickets, order) => `
  select t.*, a.entity_ref, a.owner
  from (${tickets}) t left join ticket_assets a on a.ticket_id = t.id
  order by ${order}, a.position`;

/** Those that lists show without being asked for more. */
export const listed = 'archived_at is null and merged_into is null';

/**
 * Writes a row whatever columns the table has.
 *
 * @param {string} [returning] a column of the written row that is wanted back
 */
export function insert(client, table, row, returning) {
  const columns = Object.keys(row);
  return client.query(
    `insert into ${table} (${columns.map(name => `"${name}"`).join(', ')})
     values (${columns.map(() => '?').join(', ')})
     ${returning ? `returning ${returning}` : ''}`,
    Object.values(row),
  );
}

/** Some tickets that fulfil a condition, with what has to be known of them. */
export const someTickets = (client, condition) =>
  client.query(
    `select id, number, team, requester from tickets
     where ${condition} order by random() limit 5000`,
  );

export async function inTransaction(client, work) {
  await client.begin();
  const result = await work();
  await client.query('commit');
  return result;
}
