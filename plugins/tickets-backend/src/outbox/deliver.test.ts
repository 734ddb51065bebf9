import { withTimeout } from './deliver';

describe('withTimeout', () => {
  it('ends with the work', async () => {
    await expect(withTimeout(1_000, async () => {})).resolves.toBeUndefined();
    await expect(
      withTimeout(1_000, async () => {
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
  });

  it('fails when the work takes too long, and tells it so', async () => {
    let given: AbortSignal | undefined;
    const deaf = withTimeout(10, signal => {
      given = signal;
      return new Promise(() => {});
    });
    await expect(deaf).rejects.toThrow('no answer within 0.01 s');
    expect(given?.aborted).toBe(true);
  });
});
