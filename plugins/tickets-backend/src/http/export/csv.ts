import type { Ticket, TicketColumn } from '@portaldesk/plugin-tickets-common';
import { stringify } from 'csv-stringify/sync';
import { timeIn } from './timeIn';

/** Lets spreadsheets know that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

type Cell = string | null | undefined;

/** Writes an instant as the table shows it. */
type WriteTime = (instant: Cell) => Cell;

const listed = (items: readonly string[] | undefined) => items?.join(', ');
const yesOrNo = (value: boolean | null | undefined) => value?.toString();

/** The value of each column; empty where the caller may not see it. */
const cells: Readonly<
  Record<TicketColumn, (ticket: Ticket, at: WriteTime) => Cell>
> = {
  number: ({ number }) => number,
  subject: ({ subject }) => subject,
  light: ({ light }) => light,
  portalStatus: ({ portalStatus }) => portalStatus,
  status: ({ status }) => status,
  priority: ({ priority }) => priority,
  category: ({ category }) => category,
  visibility: ({ visibility }) => visibility,
  channel: ({ channel }) => channel,
  requester: ({ requester }) => requester,
  createdBy: ({ createdBy }) => createdBy,
  organisation: ({ organisation }) => organisation,
  team: ({ team }) => team,
  assignee: ({ assignee }) => assignee,
  assets: ({ assets }) => listed(assets.map(({ entityRef }) => entityRef)),
  entities: ({ entities }) => listed(entities),
  system: ({ system }) => system,
  tags: ({ tags }) => listed(tags),
  fields: ({ fields }) =>
    Object.keys(fields).length > 0 ? JSON.stringify(fields) : null,
  slaPolicy: ({ slaPolicy }) => slaPolicy,
  createdAt: ({ createdAt }, at) => at(createdAt),
  updatedAt: ({ updatedAt }, at) => at(updatedAt),
  endedAt: ({ endedAt }, at) => at(endedAt),
  postponedUntil: ({ postponedUntil }, at) => at(postponedUntil),
  archivedAt: ({ archivedAt }, at) => at(archivedAt),
  firstResponseAt: ({ deadlines }, at) => at(deadlines?.firstResponseAt),
  responseDueAt: ({ deadlines }, at) => at(deadlines?.responseDueAt),
  responseMet: ({ deadlines }) => yesOrNo(deadlines?.responseMet),
  resolutionDueAt: ({ deadlines }, at) => at(deadlines?.resolutionDueAt),
  resolutionMet: ({ deadlines }) => yesOrNo(deadlines?.resolutionMet),
  inactivityDueAt: ({ deadlines }, at) => at(deadlines?.inactivityDueAt),
  nextDueAt: ({ deadlines }, at) => at(deadlines?.nextDueAt),
  rating: ({ rating }) => rating?.stars.toString(),
  ratingComment: ({ rating }) => rating?.comment,
  id: ({ id }) => id,
};

/** How a table is written. */
export interface CsvShape {
  readonly columns: readonly TicketColumn[];
  readonly separator: 'comma' | 'semicolon';
  /** IANA time zone of its dates. */
  readonly timeZone: string;
}

/**
 * The beginning of a table: a line with the names of the columns.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function csvHead({
  columns,
  separator,
}: Pick<CsvShape, 'columns' | 'separator'>): string {
  return BYTE_ORDER_MARK + lines([[...columns]], separator);
}

/** A line for each ticket. */
export function csvRows(
  { columns, separator, timeZone }: CsvShape,
  tickets: readonly Ticket[],
): string {
  const at: WriteTime = instant => instant && timeIn(timeZone, instant);
  const rows = tickets.map(ticket =>
    columns.map(column => asText(cells[column](ticket, at) ?? '')),
  );
  return lines(rows, separator);
}

/** With their full-width forms, which some spreadsheets treat the same. */
const FORMULA =
  /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

/**
 * Puts an apostrophe before a cell that a spreadsheet could take for a formula,
 * also after leading blanks.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function asText(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function lines(
  rows: readonly (readonly string[])[],
  separator: CsvShape['separator'],
): string {
  return stringify([...rows], {
    delimiter: separator === 'comma' ? ',' : ';',
    record_delimiter: '\r\n',
    quote_record_delimiter: true,
  });
}
