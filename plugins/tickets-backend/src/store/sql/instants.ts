/** Instants as the database drivers give them: SQLite keeps milliseconds. */
export type DbInstant = Date | number | string;

export function toDate(value: DbInstant): Date {
  return value instanceof Date ? value : new Date(value);
}

export function toDateOrNull(value: DbInstant | null): Date | null {
  return value === null ? null : toDate(value);
}
