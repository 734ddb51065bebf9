import { AsyncCache } from './AsyncCache';

/** Kept for five seconds, by a clock that is moved by hand. */
function fiveSeconds(max = 10) {
  let now = Date.parse('2026-05-05T08:00:00.000Z');
  const answers = new AsyncCache<string>({
    ttl: 5_000,
    max: max,
    clock: () => new Date(now),
  });
  return {
    answers,
    advance: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('answers that are kept', () => {
  it('are asked for once in their time, and again afterwards', async () => {
    const { answers, advance } = fiveSeconds();
    const ask = jest
      .fn<Promise<string>, []>()
      .mockResolvedValueOnce('first')
      .mockResolvedValueOnce('second');
    expect(await answers.get('who', ask)).toBe('first');
    advance(4_999);
    expect(await answers.get('who', ask)).toBe('first');
    expect(ask).toHaveBeenCalledTimes(1);
    advance(1);
    expect(await answers.get('who', ask)).toBe('second');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('are not kept longer because they are used', async () => {
    const { answers, advance } = fiveSeconds();
    const ask = jest.fn(async () => 'known');
    for (let second = 0; second < 10; second += 1) {
      await answers.get('who', ask);
      advance(1_000);
    }
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('are not kept longer when the clock is set back', async () => {
    const { answers, advance } = fiveSeconds();
    const ask = jest.fn(async () => 'known');
    await answers.get('who', ask);
    advance(-3_600_000);
    await answers.get('who', ask);
    expect(ask).toHaveBeenCalledTimes(2);
    await answers.get('who', ask);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('are kept for each question by itself', async () => {
    const { answers } = fiveSeconds();
    expect(await answers.get('one', async () => 'a')).toBe('a');
    expect(await answers.get('other', async () => 'b')).toBe('b');
    expect(await answers.get('one', async () => 'c')).toBe('a');
  });

  it('are shared while the question is under way', async () => {
    const { answers } = fiveSeconds();
    let answer: (text: string) => void = () => {};
    const ask = jest.fn(
      () => new Promise<string>(resolve => (answer = resolve)),
    );
    const both = [answers.get('who', ask), answers.get('who', ask)];
    answer('same');
    expect(await Promise.all(both)).toEqual(['same', 'same']);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('are no failures', async () => {
    const { answers } = fiveSeconds();
    const failing = () => Promise.reject(new Error('no answer'));
    await expect(answers.get('who', failing)).rejects.toThrow('no answer');
    expect(answers.size).toBe(0);
    expect(await answers.get('who', async () => 'known')).toBe('known');
  });

  it('are not that there is nothing', async () => {
    const answers = new AsyncCache<string | undefined>({
      ttl: 5_000,
      max: 10,
      clock: () => new Date(0),
    });
    expect(await answers.get('who', async () => undefined)).toBeUndefined();
    expect(answers.size).toBe(0);
    expect(await answers.get('who', async () => 'there now')).toBe('there now');
  });

  it('outlive a failure of the question before them', async () => {
    const { answers, advance } = fiveSeconds();
    let fail: (error: Error) => void = () => {};
    const slow = answers.get(
      'who',
      () => new Promise<string>((_, reject) => (fail = reject)),
    );
    advance(5_000);
    await answers.get('who', async () => 'known');
    fail(new Error('too late'));
    await expect(slow).rejects.toThrow('too late');
    expect(await answers.get('who', async () => 'asked again')).toBe('known');
  });

  it('are so many at most, and the oldest goes first', async () => {
    const { answers } = fiveSeconds(2);
    for (const question of ['one', 'two', 'three']) {
      await answers.get(question, async () => 'before');
    }
    expect(answers.size).toBe(2);
    expect(await answers.get('three', async () => 'after')).toBe('before');
    expect(await answers.get('one', async () => 'after')).toBe('after');
    expect(answers.size).toBe(2);
  });

  it('take no room when their time is over', async () => {
    const { answers, advance } = fiveSeconds(1_000);
    for (let person = 0; person < 500; person += 1) {
      await answers.get(`${person}`, async () => 'known');
    }
    advance(5_000);
    await answers.get('somebody else', async () => 'known');
    expect(answers.size).toBe(1);
  });

  it('are none where nothing is to be kept', async () => {
    const answers = new AsyncCache<string>({
      ttl: 0,
      max: 10,
      clock: () => new Date(0),
    });
    const ask = jest.fn(async () => 'known');
    await Promise.all([answers.get('who', ask), answers.get('who', ask)]);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(answers.size).toBe(0);
  });
});
