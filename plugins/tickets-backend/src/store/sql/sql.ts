import type { Knex } from 'knex';

/** A piece of SQL, and what its question marks stand for. */
export interface Sql {
  readonly sql: string;
  readonly bindings: readonly string[];
}

/** Narrows a query over `tickets`. */
export type Narrow = (query: Knex.QueryBuilder) => void;

/**
 * Makes SQL of a template: other pieces of SQL stand in it as they are, a text is
 * bound, and so are the texts of a list, which stands in brackets; in an empty
 * one there is nothing.
 *
 * For conditions that every request puts together: knex takes ten times as long
 * to build them.
 */
export function sql(
  parts: TemplateStringsArray,
  ...values: readonly (string | readonly string[] | Sql)[]
): Sql {
  let text = parts[0];
  const bindings: string[] = [];
  values.forEach((value, index) => {
    if (typeof value === 'string') {
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
