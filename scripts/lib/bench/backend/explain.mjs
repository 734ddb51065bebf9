const explainable = /^\s*(select|with|insert|update|delete)\b/i;

/**
 * How the database carries out statements, each text once.
 *
 * @param {import('knex').Knex} knex
 * @param {{ sql: string, bindings: unknown[] }[]} statements
 */
export async function explainAll(knex, statements) {
  const byText = new Map();
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
    const explained = [];
    for (const { sql, bindings, times } of byText.values()) {
      const plan = explainable.test(sql)
        ? await explain(knex, connection, sql, bindings)
        : null;
      explained.push({ sql, times, plan });
    }
    return explained;
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

async function explain(knex, connection, sql, bindings = []) {
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
    .map(({ detail }) => detail);
}
