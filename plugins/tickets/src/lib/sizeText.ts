const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const BINARY = ['bytes', 'KiB', 'MiB', 'GiB'];

/** @param bytes - 12345 reads as 12.3 kB */
export function sizeText(bytes: number, locale: string): string {
  const power = Math.min(
    Math.floor(Math.log10(Math.max(bytes, 1)) / 3),
    UNITS.length - 1,
  );
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}

/** A limit as it is configured: 67108864 reads as 64 MiB, 25000000 as 25 MB. */
export function limitText(bytes: number, locale: string): string {
  const power = [3, 2, 1].find(exponent => bytes % 1024 ** exponent === 0);
  return power === undefined || bytes === 0
    ? sizeText(bytes, locale)
    : `${new Intl.NumberFormat(locale).format(bytes / 1024 ** power)} ${BINARY[power]}`;
}
