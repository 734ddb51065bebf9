import {
  portalStatusOfType,
  statusTypeSchema,
} from '@portaldesk/plugin-tickets-common';
import { type Status, Statuses } from './statuses';
import {
  type ReactionTrigger,
  closingStatus,
  defaultReactions,
  firstStatus,
  postponedStatus,
  reactionTo,
  reactsFrom,
  returnStatus,
  solvingStatus,
} from './workflow';

/** Statuses by `id:type` and, after a `>`, those that may follow. */
function statuses(...sketches: string[]): Statuses {
  return new Statuses(
    sketches.map((sketch): Status => {
      const [named, next] = sketch.split('>');
      const [id, typeName = id] = named.split(':');
      const type = statusTypeSchema.parse(typeName);
      return {
        id,
        title: id,
        type,
        portalStatus: portalStatusOfType[type],
        ...(next !== undefined && { next: next.split(',').filter(Boolean) }),
      };
    }),
  );
}

const allTypes = statuses(
  'new',
  'open',
  'waiting-requester',
  'waiting-internal',
  'postponed',
  'solved',
  'closed',
);

describe('the reactions of a desk that configures none', () => {
  const reactions = defaultReactions(allTypes);

  it.each<[ReactionTrigger, status: string, to: string | undefined]>([
    ['assignment', 'new', 'open'],
    ['assignment', 'open', undefined],
    ['assignment', 'waiting-requester', undefined],
    ['assignment', 'waiting-internal', undefined],
    ['assignment', 'postponed', undefined],
    ['assignment', 'solved', undefined],
    ['assignment', 'closed', undefined],
    ['agent-reply', 'new', undefined],
    ['agent-reply', 'open', undefined],
    ['agent-reply', 'waiting-requester', undefined],
    ['agent-reply', 'waiting-internal', undefined],
    ['agent-reply', 'postponed', undefined],
    ['agent-reply', 'solved', undefined],
    ['agent-reply', 'closed', undefined],
    ['requester-reply', 'new', undefined],
    ['requester-reply', 'open', undefined],
    ['requester-reply', 'waiting-requester', 'open'],
    ['requester-reply', 'waiting-internal', undefined],
    ['requester-reply', 'postponed', 'open'],
    ['requester-reply', 'solved', undefined],
    ['requester-reply', 'closed', undefined],
    ['read', 'new', undefined],
    ['read', 'open', undefined],
    ['return', 'new', undefined],
    ['return', 'open', undefined],
    ['return', 'waiting-requester', undefined],
    ['return', 'postponed', 'open'],
    ['return', 'solved', undefined],
    ['return', 'closed', undefined],
    ['reopen', 'new', undefined],
    ['reopen', 'open', undefined],
    ['reopen', 'waiting-requester', undefined],
    ['reopen', 'waiting-internal', undefined],
    ['reopen', 'postponed', undefined],
    ['reopen', 'solved', 'open'],
    ['reopen', 'closed', 'open'],
    ['reopen', 'configured-no-more', undefined],
  ])('%s of a ticket that is %s leads to %s', (event, status, to) => {
    expect(reactionTo(reactions, event, status)).toBe(to);
  });

  it.each([
    ['the first open status', ['new', 'b:open', 'a:open', 'closed'], 'b'],
    [
      'waiting internally, where there is no open status',
      ['new', 'wait:waiting-internal', 'closed'],
      'wait',
    ],
    ['new, where there is nothing else', ['new', 'closed'], 'new'],
  ])('lead to %s', (_what, sketches, to) => {
    expect(defaultReactions(statuses(...sketches)).reopen?.to).toBe(to);
  });

  it('leave a ticket where it is when it is there already', () => {
    const only = statuses('new', 'closed');

    expect(reactionTo(defaultReactions(only), 'assignment', 'new')).toBe(
      undefined,
    );
    expect(reactionTo(defaultReactions(only), 'reopen', 'closed')).toBe('new');
  });
});

describe('configured reactions', () => {
  const reactions = { 'agent-reply': { from: ['new', 'open'], to: 'asked' } };

  it.each([
    ['agent-reply', 'new', 'asked'],
    ['agent-reply', 'asked', undefined],
    ['agent-reply', 'closed', undefined],
    ['assignment', 'new', undefined],
  ] as const)('%s from %s: %s', (event, status, to) => {
    expect(reactionTo(reactions, event, status)).toBe(to);
  });

  it('never lead to where the ticket is', () => {
    const circle = { reopen: { from: ['done'], to: 'done' } };
    expect(reactionTo(circle, 'reopen', 'done')).toBeUndefined();
  });
});

describe('the statuses that an occasion moves a ticket out of', () => {
  const two = statuses(
    'n1:new',
    'n2:new',
    'o1:open',
    'w1:waiting-requester',
    'i1:waiting-internal',
    'p1:postponed',
    's1:solved',
    'c1:closed',
  );

  it.each<[ReactionTrigger, string[]]>([
    ['read', ['n1', 'n2']],
    ['assignment', ['n1', 'n2']],
    ['agent-reply', ['n1', 'n2', 'o1']],
    ['requester-reply', ['w1', 'p1']],
    ['return', ['p1']],
    ['reopen', ['s1', 'c1']],
  ])('are for %s %j', (event, from) => {
    expect(reactsFrom(two, event)).toEqual(from);
  });
});

describe('the first status of a ticket', () => {
  it.each([
    ['the first of type new', ['open', 'b:new', 'a:new', 'closed'], 'b'],
    ['the first open one, where none is new', ['closed', 'x:open'], 'x'],
  ])('is %s', (_what, sketches, id) => {
    expect(firstStatus(statuses(...sketches)).id).toBe(id);
  });

  it('must exist', () => {
    expect(() => firstStatus(statuses('closed'))).toThrow(
      'a desk has at least one status of type new or open',
    );
  });
});

describe('closing a ticket', () => {
  it.each([
    ['to the closed status', ['open', 'solved', 'closed'], 'closed'],
    ['to the first closed status', ['open', 'b:closed', 'a:closed'], 'b'],
    [
      'to the solved status, when only that may follow',
      ['open>solved', 'solved', 'closed'],
      'solved',
    ],
    [
      'to the closed status that may follow',
      ['open>a', 'b:closed', 'a:closed'],
      'a',
    ],
    [
      'nowhere, when no end may follow',
      ['open>new', 'new', 'closed'],
      undefined,
    ],
  ])('leads %s', (_what, sketches, id) => {
    expect(closingStatus(statuses(...sketches), 'open')?.id).toBe(id);
  });
});

describe('solving a ticket', () => {
  it.each([
    ['to the solved status', ['open', 'solved', 'closed'], 'open', 'solved'],
    [
      'to the solved status that may follow',
      ['open>a', 'b:solved', 'a:solved', 'closed'],
      'open',
      'a',
    ],
    [
      'nowhere, when none may follow',
      ['open>closed', 'solved', 'closed'],
      'open',
      undefined,
    ],
    ['nowhere, when there is none', ['open', 'closed'], 'open', undefined],
    [
      'nowhere, when it is solved',
      ['open', 's:solved', 'solved'],
      's',
      undefined,
    ],
    [
      'nowhere, when it is closed',
      ['open', 'solved', 'closed'],
      'closed',
      undefined,
    ],
    [
      'from a status that is gone',
      ['open', 'solved', 'closed'],
      'gone',
      'solved',
    ],
  ])('leads %s', (_what, sketches, from, id) => {
    expect(solvingStatus(statuses(...sketches), from)?.id).toBe(id);
  });
});

describe('postponing a ticket', () => {
  it.each([
    ['to the postponed status', ['open', 'p:postponed', 'closed'], 'open', 'p'],
    [
      'to the postponed status that may follow',
      ['open>b', 'a:postponed', 'b:postponed'],
      'open',
      'b',
    ],
    [
      'to where it is, when it gets another date',
      ['open', 'a:postponed', 'b:postponed>'],
      'b',
      'b',
    ],
    [
      'nowhere, when none may follow',
      ['open>closed', 'postponed', 'closed'],
      'open',
      undefined,
    ],
    ['nowhere, when there is none', ['open', 'closed'], 'open', undefined],
    [
      'nowhere, when it has ended',
      ['open', 'postponed', 'closed'],
      'closed',
      undefined,
    ],
    [
      'from a status that is gone',
      ['open', 'postponed', 'closed'],
      'gone',
      'postponed',
    ],
  ])('leads %s', (_what, sketches, from, id) => {
    expect(postponedStatus(statuses(...sketches), from)?.id).toBe(id);
  });
});

describe('the return of a postponed ticket', () => {
  const two = statuses('new', 'a:postponed', 'b:postponed', 'o:open', 'closed');

  it.each([
    ['as configured', 'a', 'new'],
    ['to the first open status, where its own is left out', 'b', 'o'],
    ['nowhere, when it is not postponed', 'o', undefined],
    ['nowhere, when it has ended', 'closed', undefined],
    ['to the first open status from one that is gone', 'gone', 'o'],
  ])('leads %s', (_what, from, to) => {
    const reactions = { return: { from: ['a'], to: 'new' } };
    expect(returnStatus({ statuses: two, reactions }, from)).toBe(to);
  });

  it('leads somewhere from every postponed status by default', () => {
    expect(
      ['a', 'b'].map(from =>
        returnStatus({ statuses: two, reactions: defaultReactions(two) }, from),
      ),
    ).toEqual(['o', 'o']);
  });
});
