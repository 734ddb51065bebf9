import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { keys } from '../keys';
import { LiveUpdates } from './LiveUpdates';

/** A screen that shows one ticket and one list, and counts what it asks. */
function screenOf(ticket: string) {
  const queryClient = new QueryClient();
  const asked = { ticket: 0, list: 0 };
  const watch = (
    queryKey: readonly unknown[],
    what: keyof typeof asked,
    answer: object,
  ) =>
    new QueryObserver(queryClient, {
      queryKey,
      queryFn: () => {
        asked[what] += 1;
        return answer;
      },
      staleTime: Infinity,
    }).subscribe(() => {});
  watch(keys.ticket('T1'), 'ticket', { id: ticket, number: 'T1' });
  watch(keys.list({}), 'list', { items: [] });
  return { asked, live: new LiveUpdates(queryClient), queryClient };
}

describe('LiveUpdates', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  async function opened() {
    const screen = screenOf('id-1');
    await jest.advanceTimersByTimeAsync(0);
    expect(screen.asked).toEqual({ ticket: 1, list: 1 });
    return screen;
  }

  it('refetches the ticket that changed, and lists', async () => {
    const { asked, live, queryClient } = await opened();
    live.onSignal({ ticket: 'id-2' });
    await jest.advanceTimersByTimeAsync(100);
    expect(asked).toEqual({ ticket: 1, list: 2 });

    live.onSignal({ ticket: 'id-1' });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual({ ticket: 2, list: 3 });
    queryClient.clear();
  });

  it('refetches the conversation of a ticket that was opened by another name', async () => {
    const queryClient = new QueryClient();
    const asked: string[] = [];
    const watch = (queryKey: readonly string[], answer: object) =>
      new QueryObserver(queryClient, {
        queryKey,
        queryFn: () => {
          asked.push(queryKey.join(' '));
          return answer;
        },
        staleTime: Infinity,
      }).subscribe(() => {});
    watch(keys.ticket('merged into it'), { id: 'id-1', number: 'T1' });
    watch(keys.messages('T1'), { items: [] });
    watch(keys.messages('T2'), { items: [] });
    await jest.advanceTimersByTimeAsync(0);
    asked.length = 0;

    new LiveUpdates(queryClient).onSignal({ ticket: 'id-1' });
    await jest.advanceTimersByTimeAsync(100);
    expect(asked).toEqual(['ticket merged into it', 'ticket T1 messages']);
    queryClient.clear();
  });

  it('makes one refetch a second of whatever comes', async () => {
    const { asked, live, queryClient } = await opened();
    for (let i = 0; i < 100; i++) {
      live.onSignal({ ticket: `id-${i}` });
      await jest.advanceTimersByTimeAsync(20);
    }
    await jest.advanceTimersByTimeAsync(2_000);
    expect(asked.list).toBe(4);
    expect(asked.ticket).toBe(2);
    queryClient.clear();
  });

  it('lets a slow answer arrive, however much happens meanwhile', async () => {
    const queryClient = new QueryClient();
    let asked = 0;
    const answers: unknown[] = [];
    new QueryObserver(queryClient, {
      queryKey: keys.list({}),
      queryFn: async () => {
        asked += 1;
        const answer = { items: [], asked };
        await new Promise(resolve => setTimeout(resolve, 3_000));
        return answer;
      },
      staleTime: Infinity,
    }).subscribe(({ data }) => answers.push(data));
    await jest.advanceTimersByTimeAsync(3_000);

    const live = new LiveUpdates(queryClient);
    for (let i = 0; i < 100; i++) {
      live.onSignal({ ticket: `id-${i}` });
      await jest.advanceTimersByTimeAsync(100);
    }
    await jest.advanceTimersByTimeAsync(7_000);
    // what came during the last of them is asked for once more
    expect(asked).toBe(6);
    expect(answers.at(-1)).toEqual({ items: [], asked: 6 });
    expect(new Set(answers).size).toBeGreaterThan(5);
    queryClient.clear();
  });

  it('goes on when an answer never arrives', async () => {
    const { asked, live, queryClient } = await opened();
    const stuck = new QueryObserver(queryClient, {
      queryKey: keys.count({}),
      queryFn: () => new Promise(() => {}),
    }).subscribe(() => {});
    live.onSignal({ ticket: 'id-1' });
    await jest.advanceTimersByTimeAsync(100);
    live.onSignal({ ticket: 'id-1' });
    await jest.advanceTimersByTimeAsync(15_000);
    expect(asked.list).toBe(3);
    stuck();
    queryClient.clear();
  });

  it('keeps its pace when the clock is set back', async () => {
    const { asked, live, queryClient } = await opened();
    live.onSignal({ ticket: 'id-1' });
    await jest.advanceTimersByTimeAsync(100);
    jest.setSystemTime(Date.now() - 3_600_000);
    live.onSignal({ ticket: 'id-1' });
    await jest.advanceTimersByTimeAsync(2_000);
    expect(asked.list).toBe(3);
    queryClient.clear();
  });

  it.each([null, 'T1', {}, { ticket: 1 }])('ignores %j', async signal => {
    const { asked, live, queryClient } = await opened();
    live.onSignal(signal);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(asked).toEqual({ ticket: 1, list: 1 });
    queryClient.clear();
  });
});
