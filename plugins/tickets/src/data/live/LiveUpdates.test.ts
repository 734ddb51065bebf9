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
  watch(keys.ticket('T1'), 'ticket', { id: ticket });
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

  it.each([null, 'T1', {}, { ticket: 1 }])('ignores %j', async signal => {
    const { asked, live, queryClient } = await opened();
    live.onSignal(signal);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(asked).toEqual({ ticket: 1, list: 1 });
    queryClient.clear();
  });
});
