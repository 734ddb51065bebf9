/** A cell of a table for spreadsheets; null: nothing is known. */
export type CsvCell = string | number | null;

/** What begins like this is computed by spreadsheets. */
const COMPUTED = /^[=+\-@\t\r]/;

/**
 * A table for spreadsheets, as those of a language open it without asking:
 * where a comma stands before decimals, a semicolon stands between cells.
 *
 * @param language - such as `de`
 * @returns the text of a file, with a mark that says that it is UTF-8
 */
export function csvOf(rows: readonly CsvCell[][], language: string): string {
  const separator = separatorOf(language);
  const decimal = separator === ';' ? ',' : '.';
  const lines = rows.map(row =>
    row
      .map(cell =>
        typeof cell === 'number'
          ? String(cell).replace('.', decimal)
          : quoted(cell ?? ''),
      )
      .join(separator),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** What stands between the cells of a table in a language. */
export function separatorOf(language: string): ';' | ',' {
  return new Intl.NumberFormat(language)
    .formatToParts(1.5)
    .some(({ type, value }) => type === 'decimal' && value === ',')
    ? ';'
    : ',';
}

/** What a spreadsheet would take for a formula begins with an apostrophe. */
function quoted(text: string): string {
  const safe = COMPUTED.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
