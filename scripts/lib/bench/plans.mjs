/**
 * The tables that statements read from end to end.
 *
 * @param {{ plan: any }[]} statements with their plans: PostgreSQL's as JSON,
 *   SQLite's as lines
 */
export function findScans(statements) {
  const tables = statements.flatMap(({ plan }) =>
    (plan ?? []).flatMap(part =>
      typeof part === 'string' ? sqliteScan(part) : postgresScans(part.Plan),
    ),
  );
  return [...new Set(tables)].sort();
}

function postgresScans(node) {
  const own = node['Node Type'] === 'Seq Scan' ? [node['Relation Name']] : [];
  return [...own, ...(node.Plans ?? []).flatMap(postgresScans)];
}

/** The desk's tables have names of their own; what has others is a subquery. */
function sqliteScan(line) {
  const table = line.match(/^SCAN (ticket\w*)/)?.[1];
  return table ? [table] : [];
}
