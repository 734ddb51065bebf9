/** @jest-environment node */
import { patientFetch } from './patientFetch';

/** Answers with these statuses, one after the other. */
function server(...answers: [status: number, retryAfter?: string][]) {
  let calls = 0;
  const send = async () => {
    const [status, retryAfter] = answers[calls];
    calls += 1;
    return new Response(null, {
      status,
      headers: retryAfter === undefined ? {} : { 'Retry-After': retryAfter },
    });
  };
  return { send, calls: () => calls };
}

describe('a request that is refused since there are too many', () => {
  it.each([
    ['is sent again when it was asked to', [[429, '0'], [200]], 200, 2],
    [
      'is given up after the third time',
      [[429, '0'], [429, '0'], [429, '0'], [200]],
      429,
      3,
    ],
    ['is not sent again when nobody says when', [[429], [200]], 429, 1],
    ['is not sent again when that is long', [[429, '30'], [200]], 429, 1],
    ['is not sent again when it may have been done', [[503, '0']], 503, 1],
    ['is sent once when it is answered', [[201]], 201, 1],
  ] as const)('%s', async (_what, answers, status, times) => {
    const { send, calls } = server(
      ...answers.map(([code, after]): [number, string?] => [code, after]),
    );
    expect((await patientFetch(send)).status).toBe(status);
    expect(calls()).toBe(times);
  });

  it('is not sent again when it is given up meanwhile', async () => {
    const { send, calls } = server([429, '1'], [200]);
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error('not any more')), 10);

    await expect(patientFetch(send, abort.signal)).rejects.toThrow(
      'not any more',
    );
    expect(calls()).toBe(1);
  });

  it.each([
    [0, 2_000],
    [0.5, 2_500],
    [0.999, 2_999],
  ])(
    'is sent again no earlier than it was asked to, and not by all at once: %d',
    async (chance, expected) => {
      jest.useFakeTimers();
      const random = jest.spyOn(Math, 'random').mockReturnValue(chance);
      try {
        const { send, calls } = server([429, '2'], [200]);
        const answer = patientFetch(send);
        await jest.advanceTimersByTimeAsync(expected - 1);
        expect(calls()).toBe(1);
        await jest.advanceTimersByTimeAsync(1);
        expect(calls()).toBe(2);
        expect((await answer).status).toBe(200);
      } finally {
        random.mockRestore();
        jest.useRealTimers();
      }
    },
  );
});
