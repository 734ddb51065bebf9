import { type Pace, paceAt } from './pace';

describe('paceAt', () => {
  it.each<[string, number, boolean, Pace]>([
    ['nothing is to be done', 0, false, 'free'],
    ['a person is at work', 0, true, 'slow'],
    ['others keep the process going', 0.74, false, 'free'],
    ['others keep the process busy', 0.75, false, 'slow'],
  ])('while %s', (_what, share, serving, pace) => {
    expect(paceAt({ utilization: () => share, isServing: () => serving })).toBe(
      pace,
    );
  });
});
