import { LONGEST_WAIT, serviceAnswer } from './serviceAnswer';

describe('another part of the portal', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(globalThis, 'setTimeout');
    jest.spyOn(globalThis, 'clearTimeout');
  });

  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  /** How many timers were set to call it away; other work has timers too. */
  function timers() {
    const { calls, results } = jest.mocked(setTimeout).mock;
    const own = results
      .filter((_, index) => calls[index][1] === LONGEST_WAIT * 1_000)
      .map(({ value }) => value);
    const cleared = jest.mocked(clearTimeout).mock.calls.flat();
    const left = own.filter(timer => !cleared.includes(timer));
    return { set: own.length, left: left.length };
  }

  it('is waited for no longer than it takes to call it away', async () => {
    let outcome: unknown;
    serviceAnswer('catalog', () => new Promise(() => {})).catch(
      (error: unknown) => {
        outcome = error;
      },
    );
    await jest.advanceTimersByTimeAsync(LONGEST_WAIT * 1_000 - 1);
    expect(outcome).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1);
    expect(outcome).toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'The catalog does not answer at the moment; try again later',
      failure: { message: 'No response within 5 seconds' },
    });
    expect(timers()).toEqual({ set: 1, left: 0 });
  });

  it('may fail later, which is nobody’s business any more', async () => {
    const late = serviceAnswer(
      'sign-in',
      () =>
        new Promise((_resolve, reject) => {
          setTimeout(
            () => reject(new Error('too late')),
            LONGEST_WAIT * 1_000 + 1,
          );
        }),
    ).catch((error: Error) => error.message);
    await jest.advanceTimersByTimeAsync(LONGEST_WAIT * 2_000);
    expect(await late).toContain('Who you are');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['answers', async () => 'yes'],
    ['fails', async () => Promise.reject(new Error('no'))],
  ])('leaves no timer behind when it %s', async (_how, ask) => {
    await serviceAnswer('permissions', ask).catch(() => {});
    expect(timers()).toEqual({ set: 1, left: 0 });
  });
});
