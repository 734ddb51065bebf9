import { type Pace, paceAt } from './pace';

describe('paceAt', () => {
  it.each<[string, number, boolean, Pace]>([
    ['nothing is to be done', 0, false, 'free'],
    ['few ask', 0.49, true, 'free'],
    ['many ask', 0.5, true, 'none'],
    ['others keep the process going', 0.74, false, 'free'],
    ['others keep the process busy', 0.75, false, 'slow'],
    ['all want something', 1, true, 'none'],
  ])('while %s', (_what, share, serving, pace) => {
    expect(paceAt({ utilization: () => share, isServing: () => serving })).toBe(
      pace,
    );
  });
});
