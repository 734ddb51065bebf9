/** Addresses of pages, which have to stay as they are. */
const URL = /(https?:\/\/[^\s<>]+)/g;

/**
 * Markdown that shows a text as it was written: in its lines, with its signs.
 * Quoted lines stay quotes, and lists stay lists.
 */
export function plainToMarkdown(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u0000', '')
    .split('\n')
    .map(line => line.trimEnd());
  return (
    lines
      .map((line, index) => lineToMarkdown(line, lines[index + 1]))
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+/, '')
      // no regular expression: one would look at each run of blanks again and again
      .trimEnd()
  );
}

function lineToMarkdown(line: string, next: string | undefined): string {
  const [, quote, indent, rest] =
    /^((?:>[ ]?)*)([ \t]*)(.*)$/s.exec(line) ?? [];
  const shown = `${quote.replace(/>\s*/g, '> ')}${indentation(indent)}${escapeStart(
    rest
      .split(URL)
      .map((piece, index) => (index % 2 === 1 ? piece : escapeMarkdown(piece)))
      .join(''),
  )}`;
  if (rest === '' || !next) {
    return shown.trimEnd();
  }
  const outer = depthOf(next);
  // Markdown would take what follows for a part of the quote
  return outer < depthOf(line)
    ? `${shown}\n${'>'.repeat(outer)}`
    : // two blanks end a line where Markdown would go on in the same one
      `${shown}  `;
}

/** In how many quotes a line stands. */
function depthOf(line: string): number {
  const [quote] = /^(?:>[ ]?)*/.exec(line) ?? [''];
  return quote.replaceAll(' ', '').length;
}

/** Four blanks would begin code. */
function indentation(blanks: string): string {
  const width = blanks.replaceAll('\t', '    ').length;
  return width < 4 ? ' '.repeat(width) : '\u00a0'.repeat(Math.min(width, 40));
}

/** Signs that would be formatting anywhere. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/~~/g, '\\~\\~')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
}

/** Signs that would be a heading, or a line below one, at a line's beginning. */
function escapeStart(text: string): string {
  return text.replace(/^(#{1,6}(?=\s|$)|=+\s*$|-{2,}\s*$|>)/, '\\$1');
}
