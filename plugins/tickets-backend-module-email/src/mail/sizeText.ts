const units = ['kB', 'MB', 'GB', 'TB'];

/** A size such as 1.2 MB, as people write it in a language. */
export function sizeText(bytes: number, language: string): string {
  if (bytes < 1_000) {
    return `${bytes} B`;
  }
  const exponent = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  const value = bytes / 1_000 ** exponent;
  const text = new Intl.NumberFormat(language, {
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
  return `${text} ${units[exponent - 1]}`;
}
