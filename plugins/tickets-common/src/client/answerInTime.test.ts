import { TicketsClient } from './TicketsClient';

/** A client of a desk that never answers, unless it is told to. */
function clientOf(answer: (signal: AbortSignal) => Promise<Response>) {
  return new TicketsClient({
    discoveryApi: { getBaseUrl: async () => 'http://desk' },
    fetchApi: {
      fetch: async (_url, init) => answer(init!.signal as AbortSignal),
    },
  });
}

const never = (signal: AbortSignal) =>
  new Promise<Response>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

describe('a connection that died without a sign', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is given up after a minute when something is asked', async () => {
    const asking = clientOf(never).listTickets({});
    const outcome = asking.catch(error => error.name);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await outcome).toBe('TimeoutError');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is given up sooner when nobody wants the answer any more', async () => {
    const left = new AbortController();
    const asking = clientOf(never).listTickets({}, { signal: left.signal });
    const outcome = asking.catch(error => error.message);
    await jest.advanceTimersByTimeAsync(1_000);
    left.abort(new Error('left the page'));
    expect(await outcome).toBe('left the page');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is no reason to give up a change, which may have been made', async () => {
    let given: AbortSignal | undefined;
    clientOf(signal => {
      given = signal;
      return new Promise(() => {});
    }).fileTicket({ subject: 'Help' });
    await jest.advanceTimersByTimeAsync(120_000);
    expect(given?.aborted ?? false).toBe(false);
  });

  it('gives an answer that has begun all the time it takes', async () => {
    let finish = () => {};
    const body = new ReadableStream({
      start(controller) {
        finish = () => {
          controller.enqueue(
            new TextEncoder().encode('{"items":[],"totalCap":1000}'),
          );
          controller.close();
        };
      },
    });
    const asking = clientOf(
      async () =>
        new Response(body, { headers: { 'Content-Type': 'application/json' } }),
    ).listTickets({});
    await jest.advanceTimersByTimeAsync(120_000);
    finish();
    await expect(asking).resolves.toMatchObject({ items: [] });
  });
});
