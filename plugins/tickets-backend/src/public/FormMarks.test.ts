import { FormMarks } from './FormMarks';

const HOUR = 60 * 60_000;

describe('marks of forms', () => {
  let now = new Date('2026-05-05T08:00:00Z');
  const marks = new FormMarks(Buffer.alloc(32, 1), () => now);
  const others = new FormMarks(Buffer.alloc(32, 2), () => now);

  it('are good for half a day, each for one form', () => {
    const mark = marks.make();
    expect(marks.make()).not.toBe(mark);
    expect(marks.isGood(mark)).toBe(true);
    now = new Date(now.getTime() + 12 * HOUR - 1);
    expect(marks.isGood(mark)).toBe(true);
    now = new Date(now.getTime() + 1);
    expect(marks.isGood(mark)).toBe(false);
  });

  it.each<[string, () => string]>([
    ['nothing', () => ''],
    ['nonsense', () => 'a.b.c'],
    ['that of another desk', () => others.make()],
    ['one that was made to hold longer', () => `z${marks.make()}`],
    ['one that was cut off', () => marks.make().slice(0, -1)],
  ])('%s is none', (_what, mark) => {
    expect(marks.isGood(mark())).toBe(false);
  });
});
