const UNITS = ['bytes', 'KiB', 'MiB', 'GiB'];

/** A size in bytes as people read it, with at most one decimal: `64 MiB`. */
export function readableSize(bytes: number): string {
  const power = Math.min(
    UNITS.length - 1,
    bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10),
  );
  return `${Number((bytes / 1024 ** power).toFixed(1))} ${UNITS[power]}`;
}
