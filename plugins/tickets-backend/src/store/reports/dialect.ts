import type { Knex } from 'knex';

/**
 * Milliseconds from one instant to another, as an integer. SQLite keeps
 * instants as such.
 */
export function milliseconds(knex: Knex, from: string, to: string): Knex.Raw {
  return knex.client.config.client === 'pg'
    ? knex.raw('(extract(epoch from (?? - ??)) * 1000)::bigint', [to, from])
    : knex.raw('?? - ??', [to, from]);
}
