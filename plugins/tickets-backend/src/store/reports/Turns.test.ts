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

describe('Turns', () => {
  it('let as many work as there are, and others in the order in which they came', async () => {
    const { begun, end, work } = openWork();
    const turns = new Turns(2, 10);
    const all = ['a', 'b', 'c', 'd'].map(name => turns.take(work(name)));
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
    const turns = new Turns(1, 10);
    const failing = turns.take(work('a'));
    const next = turns.take(work('b'));
    end('a', new Error('broken'));
    await expect(failing).rejects.toThrow('broken');
    await Promise.resolve();
    expect(begun).toEqual(['a', 'b']);
    end('b');
    expect(await next).toBe('b');
  });

  it('refuse those who would wait too long, until there is room again', async () => {
    const { end, work } = openWork();
    const turns = new Turns(1, 1);
    const first = turns.take(work('a'));
    const second = turns.take(work('b'));
    await expect(turns.take(work('c'))).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    end('a');
    await first;
    const third = turns.take(work('d'));
    await Promise.resolve();
    end('b');
    await second;
    await Promise.resolve();
    end('d');
    expect(await third).toBe('d');
  });
});
