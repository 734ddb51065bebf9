import { performance } from 'node:perf_hooks';
import { type Rest, beginRest, watchLoad } from './rest';

const half: Rest = { share: 0.5, longest: 250 };

/** Keeps the event loop from everything else. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    // nothing but time passes
  }
}

async function timeOf(rest: (rest: Rest) => Promise<void>): Promise<number> {
  const begin = performance.now();
  await rest(half);
  return performance.now() - begin;
}

describe('rest', () => {
  it('takes no time after waiting, and some after work', async () => {
    const afterWaiting = beginRest();
    await new Promise(resolve => setTimeout(resolve, 50));
    const begun = performance.eventLoopUtilization();
    await afterWaiting(half);
    const afterWork = beginRest();
    work(60);
    expect(await timeOf(afterWork)).toBeGreaterThan(20);
    expect(
      performance.eventLoopUtilization(begun).utilization,
    ).toBeLessThanOrEqual(0.75);
  });

  it('takes longer for a larger share', async () => {
    const rest = beginRest();
    work(20);
    await rest(half);
    const begin = performance.now();
    await rest({ ...half, share: 0.7 });
    expect(performance.now() - begin).toBeGreaterThan(10);
  });

  it('takes longer after a database has worked, which the loop does not notice', async () => {
    const rest = beginRest();
    await new Promise(resolve => setTimeout(resolve, 60));
    const begin = performance.now();
    await rest(half, { worked: 60 });
    expect(performance.now() - begin).toBeGreaterThan(40);
  });

  it('ends when somebody waits for whom it is meant', async () => {
    const rest = beginRest();
    let isWanted = false;
    const begin = performance.now();
    setTimeout(() => {
      isWanted = true;
    }, 20);
    await rest(
      { share: 0.7, longest: 3_000 },
      { worked: 600, isWanted: () => isWanted },
    );
    expect(performance.now() - begin).toBeLessThan(1_000);
  });

  it('ends though others keep the process busy', async () => {
    const rest = beginRest();
    let busy = true;
    const others = (async () => {
      while (busy) {
        work(20);
        await new Promise(resolve => setImmediate(resolve));
      }
    })();
    await expect(timeOf(rest)).resolves.toBeGreaterThanOrEqual(200);
    busy = false;
    await others;
  });
});

describe('the load', () => {
  it('is seen while the process works, and over soon after', async () => {
    const isBusy = watchLoad();
    expect(isBusy()).toBe(false);
    work(350);
    await new Promise(resolve => setImmediate(resolve));
    expect(isBusy()).toBe(true);
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(isBusy()).toBe(false);
  });
});
