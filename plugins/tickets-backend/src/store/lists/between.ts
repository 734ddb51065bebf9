import type { Knex } from 'knex';

/**
 * Narrows to the tickets that have none of these values: to the gaps between
 * them, which an index finds, as it does not find what is unequal.
 */
export function between(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[],
): void {
  const sorted = [...values].sort(byBytes);
  query.where(any => {
    sorted.forEach((value, index) => {
      any.orWhereRaw(
        index === 0 ? `${column} < ?` : `(${column} > ? and ${column} < ?)`,
        index === 0 ? [value] : [sorted[index - 1], value],
      );
    });
    const last = sorted.at(-1);
    any.orWhereRaw(
      last === undefined ? '1 = 1' : `${column} > ?`,
      last === undefined ? [] : [last],
    );
  });
}

function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
