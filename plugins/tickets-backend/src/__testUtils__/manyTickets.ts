import type { Knex } from 'knex';

/**
 * Lays public tickets of the requester, about the ledger, in the queue of
 * `support`, a second apart; their numbers are `M1`, `M2` and so on.
 *
 * @param noise - how long their subjects are, in pieces of 32 characters that
 *   cannot be compressed away
 */
export async function layTickets(
  knex: Knex,
  count: number,
  { noise: length = 1 } = {},
): Promise<void> {
  const onPostgres = knex.client.config.client === 'pg';
  const at = onPostgres
    ? `timestamptz '2020-01-01' + i * interval '1 second'`
    : `1577836800000 + i * 1000`;
  const id = onPostgres
    ? `'00000000-0000-4000-8000-' || lpad(i::text, 12, '0')`
    : `'00000000-0000-4000-8000-' || printf('%012d', i)`;
  const noise = Array.from({ length }, (_, part) =>
    onPostgres ? `md5('${part} ' || i)` : 'hex(randomblob(16))',
  ).join(' || ');
  const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`;
  await knex.raw(
    `${numbers}
    insert into tickets (
      id, number, version, subject, status, priority, visibility,
      requester, created_by, updated_by, organisation, team,
      created_at, updated_at
    )
    select
      ${id}, 'M' || i, 1, 'The ledger is slow again, attempt ' || ${noise}, 'new', 'normal', 'public',
      'user:default/requester', 'user:default/requester', 'user:default/requester', 'group:default/shop', 'group:default/support',
      ${at}, ${at}
    from n`,
  );
  await knex.raw(
    `${numbers}
    insert into ticket_assets (ticket_id, position, entity_ref, owner)
    select ${id}, 0, 'component:default/ledger', 'group:default/payments' from n`,
  );
  if (onPostgres) {
    await knex.raw('analyze tickets, ticket_assets');
  }
}
