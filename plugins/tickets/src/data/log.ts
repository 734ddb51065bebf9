/** A part of something that grows at its beginning: the newest comes first. */
export interface LogPage<T> {
  readonly items: T[];
  /** Leads to what is older; absent when nothing is. */
  readonly nextCursor?: string;
}

/** Reads the page that a cursor leads to; without one, the newest. */
export type ReadPage<T> = (cursor?: string) => Promise<LogPage<T>>;

/**
 * Reads what is new in a log, and what changed in its newest page. What is older
 * is kept as it is known.
 *
 * @param known - what has been read so far, asked for when all has arrived
 */
export async function readNewest<T extends { id: string }>(
  readPage: ReadPage<T>,
  known: () => LogPage<T> | undefined,
): Promise<LogPage<T>> {
  let newest = await readPage();
  while (newest.nextCursor !== undefined) {
    const older = olderThan(newest.items.at(-1), known());
    if (older) {
      return { ...older, items: [...newest.items, ...older.items] };
    }
    if (!known()) {
      return newest;
    }
    const page = await readPage(newest.nextCursor);
    newest = { ...page, items: [...newest.items, ...page.items] };
  }
  return newest;
}

/** Adds the page that a cursor leads to, unless that cursor is no longer the last. */
export function withEarlier<T>(
  log: LogPage<T>,
  cursor: string,
  page: LogPage<T>,
): LogPage<T> {
  return log.nextCursor === cursor
    ? { ...page, items: [...log.items, ...page.items] }
    : log;
}

function olderThan<T extends { id: string }>(
  item: T | undefined,
  log: LogPage<T> | undefined,
): LogPage<T> | undefined {
  const index = log?.items.findIndex(({ id }) => id === item?.id) ?? -1;
  return log && index >= 0
    ? { ...log, items: log.items.slice(index + 1) }
    : undefined;
}
