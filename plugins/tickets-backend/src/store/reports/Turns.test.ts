import { Turns } from './Turns';

/** Work that ends when it is told to. */
function openWork() {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  return {
    begun,
    end: (name: string, error?: Error) => ends.get(name)?.(error),
    work: (name: string) => () =>
      new Promise<string>((resolve, reject) => {
        begun.push(name);
        ends.set(name, error => (error ? reject(error) : resolve(name)));
      }),
  };
}

const bounds = { atOnce: 1, queue: 10, perPerson: 10 };

describe('Turns', () => {
  it('let as many work as there are, and others in the order in which they came', async () => {
    const { begun, end, work } = openWork();
    const turns = new Turns({ ...bounds, atOnce: 2 });
    const all = ['a', 'b', 'c', 'd'].map(name => turns.take(name, work(name)));
    expect(begun).toEqual(['a', 'b']);

    end('b');
    expect(await all[1]).toBe('b');
    await Promise.resolve();
    expect(begun).toEqual(['a', 'b', 'c']);

    end('a');
    end('c');
    await all[2];
    end('d');
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('go on after work that failed', async () => {
    const { begun, end, work } = openWork();
    const turns = new Turns(bounds);
    const failing = turns.take('a', work('a'));
    const next = turns.take('b', work('b'));
    end('a', new Error('broken'));
    await expect(failing).rejects.toThrow('broken');
    await Promise.resolve();
    expect(begun).toEqual(['a', 'b']);
    end('b');
    expect(await next).toBe('b');
  });

  it('refuse those who would wait too long, until there is room again', async () => {
    const { end, work } = openWork();
    const turns = new Turns({ ...bounds, queue: 1 });
    const first = turns.take('a', work('a'));
    const second = turns.take('b', work('b'));
    await expect(turns.take('c', work('c'))).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    end('a');
    await first;
    const third = turns.take('d', work('d'));
    await Promise.resolve();
    end('b');
    await second;
    await Promise.resolve();
    end('d');
    expect(await third).toBe('d');
  });

  it('come first to those who have no work going on', async () => {
    const { begun, end, work } = openWork();
    const turns = new Turns({ ...bounds, atOnce: 2 });
    const all = ['a1', 'a2', 'a3', 'a4', 'b1'].map(name =>
      turns.take(name[0], work(name)),
    );
    end('a1');
    await all[0];
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    end('a2');
    await all[1];
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
    end('b1');
    await all[4];
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3', 'a4']);
    end('a3');
    end('a4');
    expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', 'a4', 'b1']);
  });

  it('are not all for one person', async () => {
    const { end, work } = openWork();
    const turns = new Turns({ ...bounds, perPerson: 1 });
    const all = [
      turns.take('a', work('a1')),
      turns.take('a', work('a2')),
      turns.take('b', work('b1')),
    ];
    await expect(turns.take('a', work('a3'))).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'Wait for the reports that you have asked for',
    });
    for (const [index, name] of ['a1', 'a2', 'b1'].entries()) {
      end(name);
      await all[index];
      await Promise.resolve();
    }
  });
});
