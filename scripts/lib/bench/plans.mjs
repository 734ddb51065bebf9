/**
 * The tables that statements read from end to end.
 *
 * @param {{ sql: string, plan: any }[]} statements with their plans: PostgreSQL's as JSON,
 *   SQLite's as lines
 */
export function findScans(statements) {
  const tables = statements.flatMap(({ sql, plan }) =>
    (plan ?? []).flatMap(part =>
      typeof part === 'string'
        ? sqliteScan(sql, part)
        : postgresScans(part.Plan),
    ),
  );
  return [...new Set(tables)].sort();
}

function postgresScans(node) {
  const own = node['Node Type'] === 'Seq Scan' ? [node['Relation Name']] : [];
  return [...own, ...(node.Plans ?? []).flatMap(postgresScans)];
}

/**
 * The desk's tables have names of their own; what has others is a subquery, and
 * so is what the statement calls by the name of a table.
 */
function sqliteScan(sql, line) {
  const [, table, how] = line.match(/^SCAN (ticket\w*)(.*)/) ?? [];
  const isSubquery = sql.includes(` as \`${table}\``);
  const byWords = /VIRTUAL TABLE INDEX \d+:M/.test(how);
  return table && !isSubquery && !byWords ? [table] : [];
}
