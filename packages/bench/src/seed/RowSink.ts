/** Where seeded rows go, many at a time. */
export interface RowSink {
  /** @param rows - all with the same columns as those of this table before */
  write(table: string, rows: readonly object[]): Promise<void>;
  /** To be called once, when all rows are written. */
  finish(): Promise<void>;
}
