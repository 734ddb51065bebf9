import { TicketsClient } from '@portaldesk/plugin-tickets-common';
import { createQueryClient } from './queryClient';

/** How often a question is sent that is always answered like this. */
async function timesSent(status: number): Promise<number> {
  const fetch = jest.fn(
    async () =>
      new Response('{}', { status, headers: { 'Retry-After': '1' } }),
  );
  const client = new TicketsClient({
    discoveryApi: { getBaseUrl: async () => 'http://desk' },
    fetchApi: { fetch },
  });
  const asking = createQueryClient()
    .fetchQuery({ queryKey: ['desk'], queryFn: () => client.describeDesk() })
    .catch(() => {});
  await jest.advanceTimersByTimeAsync(60_000);
  await asking;
  return fetch.mock.calls.length;
}

describe('a question that is refused', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it.each([
    ['asked again while the desk is in trouble', 503, 4],
    ['asked again by the client alone, after a pause, when there were too many', 429, 3],
    ['asked once when the caller is at fault', 400, 1],
  ])('is %s', async (_what, status, times) => {
    await expect(timesSent(status)).resolves.toBe(times);
  });
});
