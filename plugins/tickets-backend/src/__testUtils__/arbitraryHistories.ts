import {
  type EventDetail,
  portalStatusOfType,
  statusTypeSchema,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import type { SlaPolicy } from '../domain/sla/policy';
import { Statuses } from '../domain/statuses';
import { anyPlace, calendars } from './arbitraryCalendars';
import type { SlowEvent, SlowRules } from './slowDeadlines';
import { MINUTE } from './slowTime';

/** One status of each type, called like it. */
export const statusOfEachType = new Statuses(
  statusTypeSchema.options.map(type => ({
    id: type,
    title: type,
    type,
    portalStatus: portalStatusOfType[type],
  })),
);

const priorities = ['low', 'high'];
const policyIds = ['gold', 'silver'];

const target = fc.option(
  fc.oneof(
    fc.integer({ min: 1, max: 300 }),
    fc.integer({ min: 1, max: 3000 }),
    fc.constantFrom(60, 480),
  ),
  { nil: undefined },
);
const targets = fc.record({
  response: target,
  resolution: target,
  inactivity: target,
});

function policy(id: string, calendar?: string): fc.Arbitrary<SlaPolicy> {
  return fc.record({
    id: fc.constant(id),
    title: fc.constant(id),
    calendar: fc.constant(calendar),
    targets: fc.record({ high: targets }),
    defaultTargets: targets,
    warnBefore: fc.constantFrom(undefined, 5, 30, 120),
  });
}

const status = fc.constantFrom(...statusTypeSchema.options);

/** What can happen to a ticket that matters, and some that does not. */
const anyEvent: fc.Arbitrary<EventDetail> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('status-changed' as const),
      from: fc.constant('new'),
      to: status,
      cause: fc.constant('person' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('replied' as const),
      messageId: fc.constant('1'),
      side: fc.constantFrom('team' as const, 'requester' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('edited' as const),
      field: fc.constant('priority' as const),
      from: fc.constant(null),
      to: fc.constantFrom(...priorities),
    }),
  },
  fc.record({
    type: fc.constant('edited' as const),
    field: fc.constant('slaPolicy' as const),
    from: fc.constant(null),
    to: fc.constantFrom(...policyIds, 'gone', null),
  }),
  fc.record({
    type: fc.constant('assigned' as const),
    from: fc.constant(null),
    to: fc.constant('user:default/agent'),
  }),
  fc.constant({ type: 'noted' as const, messageId: '2' }),
  fc.constant<EventDetail>({ type: 'tags-edited', from: [], to: ['a'] }),
  fc.constant({
    type: 'status-changed' as const,
    from: 'new',
    to: 'closed',
    cause: 'merge' as const,
  }),
);

/** Minutes between one event and the next one. */
const gap = fc.oneof(
  fc.constantFrom(0, 1, 60),
  fc.integer({ min: 0, max: 1500 }),
);

/** A desk's rules, and all that happened to a ticket there until a time. */
export interface SlaLife {
  readonly rules: SlowRules;
  readonly events: readonly SlowEvent[];
  readonly now: number;
}

export const slaLives: fc.Arbitrary<SlaLife> = fc
  .tuple(anyPlace, anyPlace)
  .chain(([one, other]) =>
    fc
      .record({
        calendar: calendars(one.timeZone, one.day),
        // the same days elsewhere
        second: calendars(other.timeZone, one.day),
        gold: policy('gold', 'office'),
        silver: fc
          .constantFrom(undefined, 'second')
          .chain(calendar => policy('silver', calendar)),
        filed: fc.record({
          priority: fc.constantFrom(...priorities),
          slaPolicy: fc.constantFrom(...policyIds),
        }),
        details: fc.array(fc.tuple(gap, anyEvent), { maxLength: 8 }),
        rest: gap,
      })
      .map(({ calendar, second, gold, silver, filed, details, rest }) => {
        const events: SlowEvent[] = [{ at: one.start, detail: filing(filed) }];
        let at = one.start;
        for (const [minutes, detail] of details) {
          at += minutes * MINUTE;
          events.push({ at, detail });
        }
        return {
          rules: {
            statuses: statusOfEachType,
            policies: [gold, silver],
            calendars: [calendar, { ...second, id: 'second' }],
          },
          events,
          now: at + rest * MINUTE,
        };
      }),
  );

/** The first event of a ticket. */
export function filing(terms: {
  priority: string;
  slaPolicy: string | null;
}): EventDetail {
  return {
    type: 'filed',
    subject: 'Help',
    category: null,
    visibility: 'public',
    requester: 'user:default/requester',
    organisation: null,
    assets: [],
    status: 'new',
    ...terms,
  };
}
