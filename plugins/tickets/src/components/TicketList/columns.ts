import type {
  TicketColumn,
  TicketSort,
} from '@portaldesk/plugin-tickets-common';

/** The columns of the tables, named as saved views name them. */
export const TABLE_COLUMNS = [
  'number',
  'subject',
  'status',
  'priority',
  'category',
  'assets',
  'requester',
  'organisation',
  'team',
  'assignee',
  'tags',
  'nextDueAt',
  'createdAt',
  'updatedAt',
] as const satisfies readonly TicketColumn[];

/** One of {@link TABLE_COLUMNS}. */
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** The columns that tables have where nobody chose others. */
export const USUAL_COLUMNS: readonly TableColumn[] = [
  'number',
  'subject',
  'status',
  'priority',
  'assets',
  'requester',
  'team',
  'assignee',
  'nextDueAt',
  'updatedAt',
];

/** What only agents of a ticket see. */
export const AGENT_COLUMNS: ReadonlySet<TableColumn> = new Set([
  'tags',
  'nextDueAt',
]);

/** What the desk sorts a column by; absent: it does not. */
export const SORT_OF_COLUMN: Readonly<
  Partial<Record<TableColumn, TicketSort>>
> = {
  number: 'number',
  subject: 'subject',
  status: 'light',
  priority: 'priority',
  requester: 'requester',
  team: 'team',
  assignee: 'assignee',
  nextDueAt: 'dueAt',
  createdAt: 'createdAt',
  updatedAt: 'updatedAt',
};

/** The column that shows what a list is sorted by. */
export function columnOfSort(sort: TicketSort): TableColumn | undefined {
  return TABLE_COLUMNS.find(column => SORT_OF_COLUMN[column] === sort);
}

/** Reads columns in their order, without those that tables do not have; undefined: none. */
export function readColumns(stored: unknown): TableColumn[] | undefined {
  const columns = Array.isArray(stored)
    ? [...new Set(stored)].filter(isColumn)
    : [];
  return columns.length > 0 ? columns : undefined;
}

function isColumn(name: unknown): name is TableColumn {
  return TABLE_COLUMNS.some(column => column === name);
}
