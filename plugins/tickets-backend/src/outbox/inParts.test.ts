import { inParts } from './inParts';
import type { Pace } from './pace';

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => `user:default/p${index}`);

/** Sends to so many people, and says how many were told together. */
async function sizesOf(count: number, pace: () => Pace) {
  const parts: string[][] = [];
  await inParts(people(count), { pace }, async some => {
    parts.push(some);
  });
  expect(parts.flat()).toEqual(people(count));
  return parts.map(part => part.length);
}

describe('something for many people', () => {
  it.each<[string, number, Pace, number[]]>([
    ['goes to all at once', 13, 'free', [13]],
    ['goes to a few at a time', 5, 'slow', [2, 2, 1]],
    [
      'goes to a few more where there are very many',
      60,
      'slow',
      Array(20).fill(3),
    ],
    ['is not sent where there is nobody', 0, 'slow', []],
  ])('%s', async (_what, count, pace, parts) => {
    await expect(sizesOf(count, () => pace)).resolves.toEqual(parts);
  });

  it('goes to the others at once when nobody is at work any more', async () => {
    const paces: Pace[] = ['slow', 'slow', 'free'];
    await expect(sizesOf(9, () => paces.shift() ?? 'free')).resolves.toEqual([
      2, 2, 5,
    ]);
  });

  it('rests between the parts, longer than each took', async () => {
    const ends: number[] = [];
    const rests: number[] = [];
    await inParts(people(6), { pace: () => 'slow' }, async () => {
      const begin = performance.now();
      rests.push(begin - (ends.at(-1) ?? begin));
      await new Promise(resolve => setTimeout(resolve, 10));
      ends.push(performance.now());
    });
    expect(rests).toHaveLength(3);
    expect(Math.min(...rests.slice(1))).toBeGreaterThan(20);
  });

  it('goes to the others at once when the parts have taken long', async () => {
    const sizes: number[] = [];
    await inParts(
      people(9),
      { pace: () => 'slow', until: performance.now() + 30 },
      async some => {
        sizes.push(some.length);
        await new Promise(resolve => setTimeout(resolve, 40));
      },
    );
    expect(sizes).toEqual([2, 7]);
  });

  it('ends when it is called off', async () => {
    const abort = new AbortController();
    const told: string[] = [];
    await expect(
      inParts(
        people(5),
        { pace: () => 'slow', signal: abort.signal },
        async some => {
          told.push(...some);
          abort.abort(new Error('too long'));
        },
      ),
    ).rejects.toThrow('too long');
    expect(told).toEqual(people(2));
  });
});
