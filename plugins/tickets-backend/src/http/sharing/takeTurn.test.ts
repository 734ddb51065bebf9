import { EventEmitter } from 'node:events';
import { setImmediate as settled } from 'node:timers/promises';
import type { Response } from 'express';
import { FairQueue } from './FairQueue';
import { Gate } from './Gate';
import { batchesInTurn, takeTurn } from './takeTurn';

const bounds = { atOnce: 1, perPerson: 1, waiting: 10, waitingPerPerson: 10 };

describe('an export', () => {
  it('keeps nobody else from their turn while it rests between two batches', async () => {
    const rests: (() => void)[] = [];
    const gate = new Gate(
      { ...bounds, burst: 10, perSecond: 1, reserve: 0 },
      {
        now: () => 0,
        beginRest: () => () =>
          new Promise<void>(resolve => {
            rests.push(resolve);
          }),
        isBusy: () => false,
      },
    );
    const queue = new FairQueue(bounds);
    await gate.enter('searcher', new AbortController().signal);
    async function* batches() {
      yield 'first';
    }

    const batch = batchesInTurn(gate, queue, 'exporter', batches()).next();
    const done: string[] = [];
    const search = queue.run({ person: 'searcher' }, async () => {
      done.push('search');
    });
    await settled();
    expect(rests).toHaveLength(1);
    expect(done).toEqual(['search']);
    rests.forEach(end => end());
    await expect(batch).resolves.toEqual({ done: false, value: 'first' });
    await search;
  });
});

describe('a turn', () => {
  it.each<[string, () => Promise<string>]>([
    ['works', async () => 'result'],
    ['fails', async () => Promise.reject(new Error('result'))],
  ])(
    'that %s is over for its caller at once, and for others after a rest',
    async (_what, work) => {
      const queue = new FairQueue(bounds);
      const response = new EventEmitter() as Response;
      let endRest = () => {};
      let took: number | undefined;
      const outcome = await takeTurn(
        queue,
        response,
        { person: 'a', cost: 1 },
        work,
        async worked => {
          took = worked;
          await new Promise<void>(resolve => {
            endRest = resolve;
          });
        },
      ).catch(({ message }: Error) => message);
      expect(outcome).toBe('result');
      expect(took).toBeGreaterThanOrEqual(0);

      const done: string[] = [];
      const next = queue.run({ person: 'b' }, async () => {
        done.push('next');
      });
      await settled();
      expect(done).toEqual([]);
      endRest();
      await next;
      expect(done).toEqual(['next']);
    },
  );
});
