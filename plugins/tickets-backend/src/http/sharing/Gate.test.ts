import { Gate, type GateBounds } from './Gate';

const bounds: GateBounds = {
  burst: 2,
  perSecond: 1,
  reserve: 0,
  atOnce: 1,
  perPerson: 1,
  waitingPerPerson: 3,
  waiting: 10,
};

/** All that follows at once has happened. */
const settled = () => new Promise(resolve => setImmediate(resolve));

/** A gate of a process that rests when it is told to. */
function gateAt(start = 0, some: Partial<GateBounds> = {}) {
  let now = start;
  let isBusy = false;
  const resting: (() => void)[] = [];
  const shares: number[] = [];
  let isWanted: (() => boolean) | undefined;
  const gate = new Gate(
    { ...bounds, ...some },
    {
      now: () => now,
      beginRest:
        () =>
        ({ share }, options = {}) =>
          new Promise<void>(resolve => {
            ({ isWanted } = options);
            shares.push(share);
            resting.push(resolve);
          }),
      isBusy: () => isBusy,
    },
  );
  const entered: string[] = [];
  const never = new AbortController().signal;
  return {
    gate,
    entered,
    /** How much rest was waited for. */
    shares,
    /** Whether somebody waits for whom the last rest is meant. */
    isWanted: () => isWanted?.(),
    beBusy: (busy: boolean) => {
      isBusy = busy;
    },
    pass: (seconds: number) => {
      now += seconds * 1_000;
    },
    rested: async () => {
      await settled();
      resting.shift()?.();
      await settled();
    },
    /** The first letter of a name is the person. */
    enter: async (name: string, signal = never) => {
      const leave = await gate.enter(name[0], signal);
      entered.push(name);
      return leave;
    },
  };
}

describe('the gate', () => {
  it('lets everybody pass who asks for little, however long that takes', async () => {
    const { entered, enter, pass } = gateAt();
    await enter('a1');
    await enter('a2');
    await enter('b1');
    pass(1);
    await enter('a3');
    // no more than a burst comes together by waiting
    pass(60);
    await enter('a4');
    await enter('a5');
    expect(entered).toEqual(['a1', 'a2', 'b1', 'a3', 'a4', 'a5']);
  });

  it('lets those who ask for more take turns, and all others pass meanwhile', async () => {
    const { entered, enter, rested } = gateAt();
    for (const name of ['a1', 'a2', 'b1', 'b2']) {
      (await enter(name))();
    }
    const [first, , second] = [enter('a3'), enter('a4'), enter('b3')];
    await settled();
    expect(entered.slice(4)).toEqual(['a3']);
    await enter('c1');
    const leave = await first;
    leave();
    leave();
    await settled();
    expect(entered.slice(4)).toEqual(['a3', 'c1']);
    await rested();
    expect(entered.slice(4)).toEqual(['a3', 'c1', 'b3']);
    (await second)();
    await settled();
    await rested();
    expect(entered.slice(4)).toEqual(['a3', 'c1', 'b3', 'a4']);
  });

  it('lets those take turns sooner who ask for much while the process is busy', async () => {
    const { entered, enter, beBusy } = gateAt(0, { burst: 4, reserve: 2 });
    await enter('a1');
    await enter('a2');
    beBusy(true);
    const leave = await enter('a3');
    void enter('a4');
    await settled();
    await enter('b1');
    expect(entered).toEqual(['a1', 'a2', 'a3', 'b1']);
    beBusy(false);
    // what was kept for quieter times is still there
    await enter('a5');
    await enter('a6');
    expect(entered.slice(4)).toEqual(['a5', 'a6']);
    leave();
  });

  it('counts expensive requests as several, down to zero', async () => {
    const { gate, entered, enter, pass } = gateAt();
    await enter('a1');
    gate.charge('a', 9);
    const leave = await enter('a2');
    void enter('a3');
    await settled();
    expect(entered).toEqual(['a1', 'a2']);
    leave();
    await settled();
    // whoever waited for a second may ask for one more thing
    pass(1);
    await enter('a4');
    expect(entered).toEqual(['a1', 'a2', 'a4']);
  });

  it.each([
    [2, 2],
    [Infinity, 3],
  ])('says how much of a charge a person of %d had left', (burst, taken) => {
    const { gate } = gateAt(0, { burst });
    expect(gate.charge('a', 3)).toBe(taken);
    gate.charge('a', -taken);
    expect(gate.charge('a', 1)).toBe(1);
  });

  it('leaves the process more time while others are at work', async () => {
    const { enter, pass, rested, shares } = gateAt(0, { perSecond: 0 });
    for (const name of ['a1', 'a2', 'a3']) {
      (await enter(name))();
    }
    await rested();
    await enter('b1');
    (await enter('a4'))();
    await rested();
    pass(5);
    (await enter('a5'))();
    await rested();
    expect(shares).toEqual([0.5, 0.7, 0.5]);
  });

  it('knows that people are at work, but for those who take turns', async () => {
    const { enter, gate, pass } = gateAt();
    const leave = await enter('a1');
    expect(gate.isServing).toBe(true);
    leave();
    (await enter('a2'))();
    pass(0.9);
    expect(gate.isServing).toBe(true);
    await enter('a3');
    pass(0.05);
    await settled();
    expect(gate.isServing).toBe(true);
    pass(0.05);
    expect(gate.isServing).toBe(false);
  });

  it('leaves a database time for others, and none when there are none', async () => {
    const { enter, gate, isWanted, rested, shares } = gateAt();
    let waitingPeople: string[] = [];
    const lane = {
      get waitingPeople() {
        return waitingPeople;
      },
    };
    await enter('a1');
    await gate.spareAfterReading('a', 100, lane);
    expect(shares).toEqual([]);
    await enter('b1');
    // nor does anybody wait for those who ask for little
    await gate.spareAfterReading('a', 100, lane);
    expect(shares).toEqual([]);
    gate.charge('a', 9);
    const resting = gate.spareAfterReading('a', 100, lane);
    await settled();
    waitingPeople = ['a'];
    expect(isWanted()).toBe(false);
    waitingPeople = ['a', 'b'];
    expect(isWanted()).toBe(true);
    await rested();
    await resting;
    expect(shares).toEqual([0.7]);
  });

  it('refuses those of whom too much waits, and nobody else', async () => {
    const { enter } = gateAt();
    await enter('a1');
    await enter('a2');
    const waiting = Array.from({ length: 4 }, (_, index) => enter(`a${index}`));
    await expect(enter('a')).rejects.toMatchObject({
      name: 'TooManyRequestsError',
      statusCode: 429,
    });
    await expect(enter('b1')).resolves.toEqual(expect.any(Function));
    await expect(waiting[0]).resolves.toEqual(expect.any(Function));
  });

  it('forgets those who hang up while they wait', async () => {
    const { entered, enter, rested } = gateAt();
    await enter('a1');
    await enter('a2');
    const leave = await enter('a3');
    const left = new AbortController();
    const gone = enter('a4', left.signal);
    const next = enter('a5');
    left.abort(new Error('hung up'));
    await expect(gone).rejects.toThrow('hung up');
    leave();
    await settled();
    await rested();
    await next;
    expect(entered).toEqual(['a1', 'a2', 'a3', 'a5']);
  });

  it('remembers only those who asked for something a moment ago', async () => {
    const { gate, pass } = gateAt();
    const { signal } = new AbortController();
    for (let person = 0; person < 1_000; person += 1) {
      await gate.enter(`person ${person}`, signal);
    }
    expect(gate.people).toBe(1_000);
    pass(0.5);
    await gate.enter('one more', signal);
    expect(gate.people).toBe(1_001);
    pass(0.6);
    await gate.enter('the last', signal);
    expect(gate.people).toBe(2);
  });
});

describe('something long', () => {
  it('leaves the process time while others come through, and goes on else', async () => {
    const { gate, enter, pass, rested } = gateAt();
    const done: string[] = [];
    const doPart = async (name: string) =>
      gate
        .besideOthers('b', async () => name)
        .then(result => {
          done.push(result);
        });

    await enter('b1');
    await doPart('alone');
    expect(done).toEqual(['alone']);

    await enter('a1');
    const beside = doPart('beside others');
    await settled();
    expect(done).toEqual(['alone']);
    await rested();
    await beside;
    expect(done).toEqual(['alone', 'beside others']);

    pass(10);
    await doPart('alone again');
    expect(done).toEqual(['alone', 'beside others', 'alone again']);
  });
});
