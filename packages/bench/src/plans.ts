/** How a database carries out a statement: its JSON (PostgreSQL) or its lines (SQLite). */
export type Plan = readonly (string | { readonly Plan: PlanNode })[];

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** A statement that was traced, how often, and its plan, if it can have one. */
export interface ExplainedStatement {
  readonly sql: string;
  readonly times: number;
  readonly plan: Plan | null;
}

/** The tables that statements read from end to end, sorted. */
export function findScans(statements: readonly ExplainedStatement[]): string[] {
  const tables = statements.flatMap(({ sql, plan }) =>
    (plan ?? []).flatMap(part =>
      typeof part === 'string'
        ? sqliteScan(sql, part)
        : postgresScans(part.Plan),
    ),
  );
  return [...new Set(tables)].sort();
}

function postgresScans(node: PlanNode): string[] {
  const own =
    node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : [];
  return [...own, ...(node.Plans ?? []).flatMap(postgresScans)];
}

/**
 * The desk's tables have names of their own; what has others is a subquery, and
 * so is what the statement calls by the name of a table.
 */
function sqliteScan(sql: string, line: string): string[] {
  const [, table, how = ''] = line.match(/^SCAN (ticket\w*)(.*)/) ?? [];
  const isSubquery = sql.includes(` as \`${table}\``);
  const byWords = /VIRTUAL TABLE INDEX \d+:M/.test(how);
  return table && !isSubquery && !byWords ? [table] : [];
}
