import fc from 'fast-check';
import { FairQueue } from './FairQueue';

const bounds = {
  atOnce: 1,
  perPerson: 1,
  waitingPerPerson: 100,
  waiting: 1_000,
};

/** All that follows at once has happened. */
const settled = () => new Promise(resolve => setImmediate(resolve));

/** Work that ends when it is told to. */
function openWork() {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  return {
    begun,
    end: async (name: string, error?: Error) => {
      ends.get(name)?.(error);
      await settled();
    },
    work: (name: string) => () =>
      new Promise<string>((resolve, reject) => {
        begun.push(name);
        ends.set(name, error => (error ? reject(error) : resolve(name)));
      }),
  };
}

/** Asks for each name; whom it is for is its first letter. */
function askFor(
  queue: FairQueue,
  work: (name: string) => () => Promise<string>,
  names: readonly string[],
  cost?: number,
) {
  return names.map(name => queue.run({ person: name[0], cost }, work(name)));
}

describe('a fair queue', () => {
  it('lets as many work as there are, and as many of one person', async () => {
    const { begun, end, work } = openWork();
    const queue = new FairQueue({ ...bounds, atOnce: 3, perPerson: 2 });
    const all = askFor(queue, work, ['a1', 'a2', 'a3', 'b1', 'c1']);
    await settled();
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    await end('b1');
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1']);
    await end('a1');
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3']);
    for (const name of ['a2', 'a3', 'c1']) {
      await end(name);
    }
    expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', 'b1', 'c1']);
  });

  it('takes people in turn, however much one of them asks for', async () => {
    const { begun, end, work } = openWork();
    const queue = new FairQueue(bounds);
    const many = Array.from({ length: 20 }, (_, index) => `a${index}`);
    const all = askFor(queue, work, [...many, 'b1', 'b2', 'c1']);
    for (let index = 0; index < all.length; index += 1) {
      await settled();
      await end(begun[index]);
    }
    await Promise.all(all);
    expect(begun.slice(0, 7).map(([person]) => person)).toEqual([
      'a',
      'b',
      'c',
      'a',
      'b',
      'a',
      'a',
    ]);
  });

  it('counts a batch as what it costs', async () => {
    const { begun, end, work } = openWork();
    const queue = new FairQueue(bounds);
    const all = [
      ...askFor(queue, work, ['a1', 'a2'], 5),
      ...askFor(queue, work, ['b1', 'b2', 'b3', 'b4', 'b5', 'b6']),
    ];
    for (let index = 0; index < all.length; index += 1) {
      await settled();
      await end(begun[index]);
    }
    await Promise.all(all);
    expect(begun).toEqual(['a1', 'b1', 'b2', 'b3', 'b4', 'b5', 'a2', 'b6']);
  });

  it('goes on after work that failed, also at once', async () => {
    const { begun, end, work } = openWork();
    const queue = new FairQueue(bounds);
    const [failing, next] = askFor(queue, work, ['a1', 'b1']);
    const failed = failing.catch((error: Error) => error.message);
    await end('a1', new Error('broken'));
    expect(await failed).toBe('broken');
    expect(begun).toEqual(['a1', 'b1']);
    await end('b1');
    expect(await next).toBe('b1');
    const atOnce = queue.run({ person: 'a' }, () => {
      throw new Error('no work');
    });
    await expect(atOnce).rejects.toThrow('no work');
    expect(queue.load).toEqual({ running: 0, waiting: 0, people: 0 });
  });

  it('refuses who has too much waiting, and nobody else', async () => {
    const { begun, end, work } = openWork();
    const queue = new FairQueue({ ...bounds, waitingPerPerson: 3 });
    const all = askFor(queue, work, ['a1', 'a2', 'a3', 'a4']);
    await expect(queue.run({ person: 'a' }, work('a5'))).rejects.toMatchObject({
      name: 'TooManyRequestsError',
      statusCode: 429,
      retryAfter: 2,
    });
    all.push(
      ...askFor(queue, work, ['b1']),
      queue.run({ person: 'a', continued: true }, work('a6')),
    );
    // more expensive than all that may wait, and the only one
    all.push(queue.run({ person: 'c', cost: 50 }, work('c1')));
    for (let index = 0; index < all.length; index += 1) {
      await settled();
      await end(begun[index]);
    }
    expect(await Promise.all(all)).toHaveLength(7);
    expect(queue.load).toEqual({ running: 0, waiting: 0, people: 0 });
  });

  it('lets a reply in behind a bulk change that is larger than all that may wait', async () => {
    const { begun, end, work } = openWork();
    const queue = new FairQueue({ ...bounds, waitingPerPerson: 3 });
    const all = [
      ...askFor(queue, work, ['a1']),
      ...askFor(queue, work, ['a2'], 100),
      ...askFor(queue, work, ['a3', 'a4']),
    ];
    for (const cost of [1, 2, 100]) {
      await expect(
        queue.run({ person: 'a', cost }, work('a5')),
      ).rejects.toMatchObject({ statusCode: 429 });
    }
    for (let index = 0; index < all.length; index += 1) {
      await settled();
      await end(begun[index]);
    }
    expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', 'a4']);
  });

  it('lets as many wait of one person as it says, by whatever they cost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 30 }),
        async (most, costs) => {
          const queue = new FairQueue({ ...bounds, waitingPerPerson: most });
          const { begun, end, work } = openWork();
          const ask = (name: string, cost: number) =>
            queue
              .run({ person: 'a', cost }, work(name))
              .catch((error: Error) => error.name);
          const all = [
            ask('a', 1),
            ...costs.map((cost, at) => ask(`a${at}`, cost)),
          ];
          const { waiting } = queue.load;
          expect(waiting).toBeLessThanOrEqual(most);
          // there is room for small work until there are as many
          all.push(ask('a-small', 1));
          expect(queue.load.waiting).toBe(Math.min(most, waiting + 1));
          for (let index = 0; index < begun.length; index += 1) {
            await end(begun[index]);
          }
          expect(await Promise.all(all)).toHaveLength(costs.length + 2);
        },
      ),
    );
  });

  it('refuses everybody when too many wait in all', async () => {
    const { end, work } = openWork();
    const queue = new FairQueue({ ...bounds, waiting: 1 });
    const all = askFor(queue, work, ['a1', 'b1']);
    await expect(queue.run({ person: 'c' }, work('c1'))).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    await end('a1');
    await end('b1');
    expect(await Promise.all(all)).toEqual(['a1', 'b1']);
  });

  it('keeps the places of others when somebody gives up as their turn comes', async () => {
    const disturbed: number[] = [];
    for (let moment = 0; moment < 10; moment += 1) {
      const { begun, end, work } = openWork();
      const queue = new FairQueue(bounds);
      const caller = new AbortController();
      const { signal } = caller;
      const first = queue.run({ person: 'a' }, work('a1'));
      queue.run({ person: 'a', signal }, work('a2')).catch(() => {});
      queue.run({ person: 'a' }, work('a3')).catch(() => {});
      const ending = end('a1');
      for (let passed = 0; passed < moment; passed += 1) {
        await Promise.resolve();
      }
      caller.abort(new Error('hung up'));
      await Promise.all([first, ending]);
      await end('a2');
      await end('a3');
      if (!begun.includes('a3') || queue.load.people > 0) {
        disturbed.push(moment);
      }
    }
    expect(disturbed).toEqual([]);
  });

  it('forgets who gave up', async () => {
    const { begun, end, work } = openWork();
    const queue = new FairQueue(bounds);
    const left = new AbortController();
    const first = queue.run({ person: 'a' }, work('a1'));
    const second = queue.run({ person: 'b', signal: left.signal }, work('b1'));
    const third = queue.run({ person: 'c' }, work('c1'));
    const gaveUp = second.catch((error: Error) => error.message);
    left.abort(new Error('hung up'));
    expect(await gaveUp).toBe('hung up');
    await end('a1');
    await end('c1');
    await Promise.all([first, third]);
    expect(begun).toEqual(['a1', 'c1']);
    await expect(
      queue.run({ person: 'b', signal: left.signal }, work('b2')),
    ).rejects.toThrow('hung up');
    expect(queue.load).toEqual({ running: 0, waiting: 0, people: 0 });
  });

  it('keeps its bounds, serves everybody in turn and forgets them, whatever happens', async () => {
    const demand = fc.record({
      person: fc.constantFrom('a', 'b', 'c'),
      cost: fc.integer({ min: 1, max: 5 }),
      fails: fc.boolean(),
      leaves: fc.boolean(),
    });
    const shape = fc.record({
      atOnce: fc.integer({ min: 1, max: 3 }),
      perPerson: fc.integer({ min: 1, max: 2 }),
      waitingPerPerson: fc.integer({ min: 1, max: 12 }),
      waiting: fc.integer({ min: 1, max: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(
        shape,
        fc.array(demand, { maxLength: 30 }),
        async (some, demands) => {
          const queue = new FairQueue(some);
          const { begun, end, work } = openWork();
          const running = new Map<string, number>();
          const ended = new Set<string>();
          const outcomes = demands.map(({ person, cost, leaves }, index) => {
            const left = new AbortController();
            const outcome = queue.run(
              { person, cost, signal: left.signal },
              work(`${person}${index}`),
            );
            if (leaves) {
              left.abort(new Error('left'));
            }
            return outcome.then(
              () => 'done',
              (error: Error) => error.message,
            );
          });
          for (;;) {
            await settled();
            const current = begun.filter(name => !ended.has(name));
            running.clear();
            current.forEach(([person]) =>
              running.set(person, (running.get(person) ?? 0) + 1),
            );
            expect(current.length).toBeLessThanOrEqual(some.atOnce);
            expect(Math.max(0, ...running.values())).toBeLessThanOrEqual(
              some.perPerson,
            );
            const { waiting } = queue.load;
            expect(waiting).toBeLessThanOrEqual(some.waiting);
            const [name] = current;
            if (name === undefined) {
              break;
            }
            ended.add(name);
            const { fails } = demands[Number(name.slice(1))];
            await end(name, fails ? new Error('failed') : undefined);
          }
          expect(await Promise.all(outcomes)).toHaveLength(demands.length);
          expect(queue.load).toEqual({ running: 0, waiting: 0, people: 0 });
        },
      ),
    );
  });

  it('lets nobody wait for longer than the others had their part', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 4 }), {
          minLength: 1,
          maxLength: 30,
        }),
        async costs => {
          const queue = new FairQueue(bounds);
          const { begun, end, work } = openWork();
          const all = costs.map((cost, index) =>
            queue.run(
              { person: 'a', cost, continued: true },
              work(`a${index}`),
            ),
          );
          all.push(queue.run({ person: 'b' }, work('b')));
          for (let index = 0; index < all.length; index += 1) {
            await settled();
            await end(begun[index]);
          }
          await Promise.all(all);
          // after the one that was under way
          expect(begun.indexOf('b')).toBe(1);
        },
      ),
    );
  });
});
