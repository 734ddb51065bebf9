import { Traffic } from './Traffic';

describe('Traffic', () => {
  it('is none before anybody asked', () => {
    expect(new Traffic(() => 0).isServing).toBe(false);
  });

  it('is there until the last request ended a moment ago', () => {
    let now = 5_000;
    const traffic = new Traffic(() => now);
    const [endFirst, endSecond] = [traffic.begin(), traffic.begin()];
    endFirst();
    endFirst();
    now += 60_000;
    expect(traffic.isServing).toBe(true);

    endSecond();
    now += 999;
    endSecond();
    expect(traffic.isServing).toBe(true);
    now += 1;
    expect(traffic.isServing).toBe(false);
  });
});
