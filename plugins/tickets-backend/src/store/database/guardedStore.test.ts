import type { DeskStore } from '../DeskStore';
import { PAUSES, doPatiently, guardedStore } from './guardedStore';

const busy = () =>
  Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });

/** Work that is refused so often before it succeeds. */
function work(refusals: number, refusal: () => Error = busy) {
  let times = 0;
  const run = async () => {
    times += 1;
    if (times <= refusals) {
      throw refusal();
    }
    return 'done';
  };
  return { run, times: () => times };
}

const pauses = [1, 1, 1];

describe('a patient store', () => {
  it.each([0, 1, 3])('does anew what was busy %s times', async refusals => {
    const { run, times } = work(refusals);
    expect(await doPatiently(run, pauses)).toBe('done');
    expect(times()).toBe(refusals + 1);
  });

  it('gives up in the end, and says that it is busy', async () => {
    const { run, times } = work(9);
    await expect(doPatiently(run, pauses)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      source: 'database',
      retryAfter: 2,
    });
    expect(times()).toBe(pauses.length + 1);
  });

  it('does nothing anew that failed for another reason', async () => {
    const { run, times } = work(9, () => new Error('a mistake'));
    await expect(doPatiently(run, pauses)).rejects.toThrow('a mistake');
    expect(times()).toBe(1);
  });

  it('waits for some seconds in all', () => {
    const seconds = PAUSES.reduce((sum, pause) => sum + pause, 0) / 1000;
    expect(seconds).toBeGreaterThan(1);
    expect(seconds).toBeLessThan(5);
  });

  it('is patient in each of its parts, and calls back at once', async () => {
    const inTickets = work(1);
    const inViews = work(1);
    const inTransaction = work(1);
    const callbacks: string[] = [];
    const store = {
      tickets: {
        async find(key: string) {
          return `${key} ${await inTickets.run()}`;
        },
      },
      views: {
        name: 'views',
        async names(owner: string) {
          return `${this.name} ${owner} ${await inViews.run()}`;
        },
      },
      transaction: () => inTransaction.run(),
      afterCommit: (callback: () => void) => callback(),
    } as unknown as DeskStore;
    const guarded = guardedStore(store);
    expect(await guarded.tickets.find('T1')).toBe('T1 done');
    expect(await guarded.views.names('me')).toBe('views me done');
    expect(await guarded.transaction(async () => {})).toBe('done');
    guarded.afterCommit(() => callbacks.push('called'));
    expect(callbacks).toEqual(['called']);
  });

  it('does a transaction once that is not to be repeated', async () => {
    const { run, times } = work(1);
    const store = { transaction: run } as unknown as DeskStore;
    await expect(
      guardedStore(store).transaction(async () => {}, { repeatable: false }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    expect(times()).toBe(1);
  });
});
