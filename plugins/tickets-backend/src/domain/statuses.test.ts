import { type Status, Statuses } from './statuses';

function status(
  id: string,
  type: Status['type'],
  more: Partial<Status> = {},
): Status {
  return { id, title: id, type, portalStatus: 'in-progress', ...more };
}

const statuses = new Statuses([
  status('fresh', 'new', { next: ['doing', 'done'] }),
  status('doing', 'open'),
  status('vendor', 'waiting-internal', { next: [] }),
  status('asked', 'waiting-requester', { portalStatus: 'answer-expected' }),
  status('later', 'postponed', { portalStatus: 'postponed' }),
  status('done', 'solved', { portalStatus: 'closed', next: ['doing', 'done'] }),
  status('dropped', 'closed', { portalStatus: 'closed' }),
]);

const ids = (found: readonly Status[]) => found.map(({ id }) => id);

describe('Statuses', () => {
  it.each([
    ['fresh', 'those that are named', ['doing', 'done']],
    [
      'doing',
      'all others when none is named',
      ['fresh', 'vendor', 'asked', 'later', 'done', 'dropped'],
    ],
    ['vendor', 'none of an empty list', []],
    ['done', 'never itself, even when it is named', ['doing']],
    [
      'removed',
      'all when it is configured no more, so that no ticket is stranded',
      ['fresh', 'doing', 'vendor', 'asked', 'later', 'done', 'dropped'],
    ],
  ])('may be followed, %s: by %s', (from, _which, next) => {
    expect(ids(statuses.after(from))).toEqual(next);
  });

  it.each([
    ['fresh', 'orange', false],
    ['asked', 'red', false],
    ['later', 'grey', false],
    ['done', 'green', true],
    ['dropped', 'green', true],
    ['removed', 'orange', false],
  ])('%s shows a %s light (ended: %s)', (id, light, ended) => {
    expect(statuses.lightOf(id)).toBe(light);
    expect(statuses.isEnded(id)).toBe(ended);
  });

  it('decides the light by the portal status, the end by the type', () => {
    const odd = new Statuses([
      status('check', 'solved', { portalStatus: 'answer-expected' }),
    ]);

    expect(odd.lightOf('check')).toBe('red');
    expect(odd.isEnded('check')).toBe(true);
  });

  it('counts a status that is configured no more as open', () => {
    expect(statuses.get('removed')).toEqual({
      id: 'removed',
      title: 'removed',
      type: 'open',
      portalStatus: 'in-progress',
    });
    expect(statuses.has('removed')).toBe(false);
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'knows no status %s',
    id => {
      expect(statuses.has(id)).toBe(false);
      expect(statuses.get(id)).toMatchObject({ id, type: 'open' });
    },
  );

  it.each([
    [['closed', 'solved'] as const, 'dropped'],
    [['solved', 'closed'] as const, 'done'],
    [['open', 'new'] as const, 'doing'],
  ])('finds the first of the types %j: %s', (types, id) => {
    expect(statuses.first(...types)?.id).toBe(id);
  });

  it('finds the first in the order of the configuration', () => {
    const two = new Statuses([status('b', 'open'), status('a', 'open')]);

    expect(two.first('open')?.id).toBe('b');
    expect(two.first('new', 'closed')).toBeUndefined();
  });

  it('lists the statuses of some types in the order of the configuration', () => {
    expect(ids(statuses.ofType('closed', 'new', 'postponed'))).toEqual([
      'fresh',
      'later',
      'dropped',
    ]);
    expect(statuses.ofType()).toEqual([]);
  });
});
