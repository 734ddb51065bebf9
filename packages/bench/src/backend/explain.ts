import type { Knex } from 'knex';
import type { ExplainedStatement, Plan } from '../plans';
import type { Statement } from './tracing';

const explainable = /^\s*(select|with|insert|update|delete)\b/i;

/** How the database carries out statements, each text once. */
export async function explainAll(
  knex: Knex,
  statements: readonly Statement[],
): Promise<ExplainedStatement[]> {
  const byText = new Map<string, Statement & { times: number }>();
  for (const statement of statements) {
    const known = byText.get(statement.sql);
    byText.set(statement.sql, {
      ...statement,
      ...known,
      times: (known?.times ?? 0) + 1,
    });
  }
  const connection = await knex.client.acquireConnection();
  try {
    const explained: ExplainedStatement[] = [];
    for (const { sql, bindings, times } of byText.values()) {
      const plan = explainable.test(sql)
        ? await explain(knex, connection, { sql, bindings })
        : null;
      explained.push({ sql, times, plan });
    }
    return explained;
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

async function explain(
  knex: Knex,
  connection: any,
  { sql, bindings = [] }: Statement,
): Promise<Plan> {
  if (knex.client.config.client === 'pg') {
    const { rows } = await connection.query(
      `explain (format json) ${sql}`,
      knex.client.prepBindings(bindings),
    );
    return rows[0]['QUERY PLAN'];
  }
  const statement = connection.prepare(`explain query plan ${sql}`);
  return statement
    .all(knex.client._formatBindings(bindings))
    .map(({ detail }: { detail: string }) => detail);
}
