import {
  type EventDetail,
  eventDetailSchema,
  portalStatusOfType,
  portalStatusSchema,
  routingRuleSchema,
  statusChangeCauseSchema,
  statusTypeSchema,
  visibilitySchema,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import { seenFromOutside } from './history';
import { Statuses } from './statuses';

/** Two statuses of each type; whatever is secret says so. */
const statuses = new Statuses(
  statusTypeSchema.options.flatMap(type =>
    [1, 2].map(count => ({
      id: `secret-${type}-${count}`,
      title: `Secret ${type} ${count}`,
      type,
      portalStatus: portalStatusOfType[type],
    })),
  ),
);

const word = fc.constantFrom('a', 'group:x/y', 'user:x/z', 'high');
const wordOrNone = fc.option(word);
const statusId = fc.constantFrom(
  ...statuses.all.map(({ id }) => id),
  'secret-removed',
);
const change = { from: wordOrNone, to: wordOrNone };

const arbitraries: {
  [T in EventDetail['type']]: fc.Arbitrary<Extract<EventDetail, { type: T }>>;
} = {
  filed: fc.record({
    type: fc.constant('filed'),
    subject: word,
    category: wordOrNone,
    priority: word,
    visibility: fc.constantFrom(...visibilitySchema.options),
    requester: word,
    organisation: wordOrNone,
    assets: fc.array(word),
    status: fc.option(statusId, { nil: undefined }),
  }),
  routed: fc.record({
    type: fc.constant('routed'),
    team: wordOrNone,
    rule: fc.constantFrom(...routingRuleSchema.options),
    reason: fc.constant('Secret reason'),
  }),
  replied: fc.record({ type: fc.constant('replied'), messageId: word }),
  noted: fc.record({
    type: fc.constant('noted'),
    messageId: fc.constant('secret-note'),
  }),
  assigned: fc.record({ type: fc.constant('assigned'), ...change }),
  moved: fc.record({ type: fc.constant('moved'), ...change }),
  'status-changed': fc.record({
    type: fc.constant('status-changed'),
    from: statusId,
    to: statusId,
    cause: fc.constantFrom(...statusChangeCauseSchema.options),
  }),
  'portal-status-changed': fc.record({
    type: fc.constant('portal-status-changed'),
    from: fc.constantFrom(...portalStatusSchema.options),
    to: fc.constantFrom(...portalStatusSchema.options),
  }),
  edited: fc.record({
    type: fc.constant('edited'),
    field: fc.constantFrom('subject', 'category', 'priority'),
    ...change,
  }),
};

const anyEvent = fc.oneof(...Object.values(arbitraries));

describe('seenFromOutside', () => {
  it('is tried with every type of event', () => {
    expect(Object.keys(arbitraries).sort()).toEqual(
      eventDetailSchema.options.map(({ shape }) => shape.type.value).sort(),
    );
  });

  it('never lets out a status, a note or a routing', () => {
    fc.assert(
      fc.property(anyEvent, detail => {
        const seen = seenFromOutside(statuses, detail);
        expect(JSON.stringify(seen ?? null)).not.toMatch(/secret/i);
        expect(Object.keys(seen ?? {})).not.toContain('status');
        expect(Object.keys(seen ?? {})).not.toContain('cause');
        expect(['status-changed', 'routed', 'noted']).not.toContain(seen?.type);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives an event of the contract', () => {
    fc.assert(
      fc.property(anyEvent, detail => {
        const seen = seenFromOutside(statuses, detail);
        fc.pre(seen !== undefined);
        expect(eventDetailSchema.parse(seen)).toEqual(seen);
      }),
    );
  });

  it.each<[from: string, to: string, seen: [string, string] | undefined]>([
    ['new', 'open', undefined],
    ['open', 'waiting-internal', undefined],
    ['solved', 'closed', undefined],
    ['open', 'waiting-requester', ['in-progress', 'answer-expected']],
    ['waiting-requester', 'postponed', ['answer-expected', 'postponed']],
    ['new', 'closed', ['in-progress', 'closed']],
    ['solved', 'open', ['closed', 'in-progress']],
  ])('tells of %s to %s what the portal shows: %j', (from, to, seen) => {
    expect(
      seenFromOutside(statuses, {
        type: 'status-changed',
        from: `secret-${from}-1`,
        to: `secret-${to}-2`,
        cause: 'person',
      }),
    ).toEqual(
      seen && {
        type: 'portal-status-changed',
        from: seen[0],
        to: seen[1],
      },
    );
  });

  it('lets everything else through as it is', () => {
    const { filed, replied, assigned, moved, edited } = arbitraries;
    const open = fc.oneof(replied, assigned, moved, edited);
    fc.assert(
      fc.property(open, filed, (detail, filing) => {
        expect(seenFromOutside(statuses, detail)).toEqual(detail);
        expect({
          ...seenFromOutside(statuses, filing),
          status: filing.status,
        }).toEqual(filing);
      }),
    );
  });
});
