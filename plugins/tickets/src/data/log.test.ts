import { type LogPage, readNewest, withEarlier } from './log';

const PAGE_SIZE = 3;

/** A log of entries `1` to `length`, newest first, whose cursors are the last ids read. */
function logOf(length: number) {
  const ids = Array.from({ length }, (_, index) => String(length - index));
  const read: (string | undefined)[] = [];
  const readPage = async (cursor?: string): Promise<LogPage<{ id: string }>> => {
    read.push(cursor);
    const start = cursor === undefined ? 0 : ids.indexOf(cursor) + 1;
    const items = ids.slice(start, start + PAGE_SIZE).map(id => ({ id }));
    const more = start + PAGE_SIZE < ids.length;
    return { items, nextCursor: more ? items.at(-1)?.id : undefined };
  };
  return { readPage, read };
}

const idsOf = (log: LogPage<{ id: string }>) => log.items.map(({ id }) => id);

describe('readNewest', () => {
  it('reads one page at first', async () => {
    const { readPage, read } = logOf(10);
    const log = await readNewest(readPage, () => undefined);
    expect(idsOf(log)).toEqual(['10', '9', '8']);
    expect(log.nextCursor).toBe('8');
    expect(read).toEqual([undefined]);
  });

  it.each([
    [0, 1],
    [2, 1],
    [3, 2],
    [7, 3],
  ])('adds %i new entries by %i pages', async (more, pages) => {
    const known = await readNewest(logOf(10).readPage, () => undefined);
    const { readPage, read } = logOf(10 + more);
    const log = await readNewest(readPage, () => known);
    expect(idsOf(log).slice(-3)).toEqual(['10', '9', '8']);
    expect(log.items).toHaveLength(3 + more);
    expect(log.nextCursor).toBe('8');
    expect(read).toHaveLength(pages);
  });

  it('keeps what is older, and loses what is gone from the newest page', async () => {
    const known = { items: [{ id: '9x' }, ...'987654'].map(toItem) };
    const log = await readNewest(logOf(9).readPage, () => known);
    expect(idsOf(log)).toEqual([...'987654']);
  });

  it('takes what was read meanwhile into account', async () => {
    const first = await readNewest(logOf(10).readPage, () => undefined);
    let known = first;
    const { readPage } = logOf(11);
    const log = await readNewest(
      async cursor => {
        const page = await readPage(cursor);
        known = withEarlier(first, '8', { items: [{ id: '7' }] });
        return page;
      },
      () => known,
    );
    expect(idsOf(log)).toEqual(['11', '10', '9', '8', '7']);
    expect(log.nextCursor).toBeUndefined();
  });
});

describe('withEarlier', () => {
  it('adds a page once', () => {
    const log = { items: [{ id: '2' }], nextCursor: '2' };
    const page = { items: [{ id: '1' }] };
    const longer = withEarlier(log, '2', page);
    expect(idsOf(longer)).toEqual(['2', '1']);
    expect(withEarlier(longer, '2', page)).toBe(longer);
  });
});

function toItem(item: string | { id: string }) {
  return typeof item === 'string' ? { id: item } : item;
}
