import type { Knex } from 'knex';

type Bound = string | number | boolean;

/** A piece of SQL, and what its question marks stand for. */
export interface Sql {
  readonly sql: string;
  readonly bindings: readonly Bound[];
}

/**
 * Makes SQL of a template: other pieces of SQL stand as they are, all else is
 * bound to it; a list as a list in brackets, with which nothing is equal when it
 * is empty.
 *
 * For conditions that many requests put together: to let knex build them takes
 * ten times as long.
 */
export function sql(
  parts: TemplateStringsArray,
  ...values: readonly (Bound | readonly Bound[] | Sql)[]
): Sql {
  let text = parts[0];
  const bindings: Bound[] = [];
  values.forEach((value, index) => {
    if (typeof value !== 'object') {
      text += '?';
      bindings.push(value);
    } else if ('sql' in value) {
      text += value.sql;
      bindings.push(...value.bindings);
    } else {
      text += `(${value.map(() => '?').join(', ') || 'null'})`;
      bindings.push(...value);
    }
    text += parts[index + 1];
  });
  return { sql: text, bindings };
}

/** That at least one of the conditions holds. */
export function anyOf(conditions: readonly Sql[]): Sql {
  return {
    sql: `(${conditions.map(one => `(${one.sql})`).join(' or ') || '1 = 0'})`,
    bindings: conditions.flatMap(one => one.bindings),
  };
}

/** Narrows a query to where the condition holds. */
export function whereHolds(query: Knex.QueryBuilder, condition: Sql): void {
  query.whereRaw(`(${condition.sql})`, [...condition.bindings]);
}
