import type { Knex } from 'knex';

/** Compares text by its bytes, as SQLite does. */
export function binary(knex: Knex, column: string): string {
  return knex.client.config.client === 'pg' ? `${column} collate "C"` : column;
}

/**
 * Narrows to the tickets that have none of these values: to the gaps between
 * them, which an index finds, as it does not find what is unequal.
 */
export function between(
  knex: Knex,
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[],
): void {
  const key = binary(knex, column);
  const sorted = [...values].sort(byBytes);
  query.where(any => {
    sorted.forEach((value, index) => {
      any.orWhereRaw(
        index === 0 ? `${key} < ?` : `(${key} > ? and ${key} < ?)`,
        index === 0 ? [value] : [sorted[index - 1], value],
      );
    });
    const last = sorted.at(-1);
    any.orWhereRaw(
      last === undefined ? '1 = 1' : `${key} > ?`,
      last === undefined ? [] : [last],
    );
  });
}

function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
