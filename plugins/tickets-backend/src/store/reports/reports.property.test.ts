import {
  type ReportGrouping,
  reportGroupingSchema,
  reportIntervalSchema,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  type Life,
  instantArbitrary,
  livesArbitrary,
  statesOf,
} from '../../__testUtils__/arbitraryLives';
import {
  decisionsArbitrary,
  personArbitrary,
  policyArbitrary,
} from '../../__testUtils__/arbitraryScopes';
import { groups, people } from '../../__testUtils__/arbitraryTickets';
import { cases } from '../../__testUtils__/cases';
import { testDatabases } from '../../__testUtils__/databases';
import {
  type ReportedTicket,
  endOf,
  expectedFigures,
} from '../../__testUtils__/reportReference';
import { accessTo, scopeOf } from '../../domain/access/access';
import { type Period, intervalsOf } from '../../domain/reports/period';
import { DeskStore } from '../DeskStore';
import type { TicketConditions } from '../where/TicketConditions';
import type { StoredTicket } from '../tickets/StoredTicket';
import type { StoredGroups } from './StoredFigures';

jest.setTimeout(240_000);

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];

const periodArbitrary: fc.Arbitrary<Period> = fc
  .tuple(instantArbitrary, instantArbitrary)
  .filter(([a, b]) => a.getTime() !== b.getTime())
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

function some(...values: string[]) {
  return fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });
}

const conditionsArbitrary: fc.Arbitrary<TicketConditions> = fc.oneof(
  { arbitrary: fc.constant({}), weight: 2 },
  fc.record({
    category: some('incident', 'question'),
    priority: some('low', 'high'),
    team: some('none', ...groups),
  }),
  fc.record({
    assignee: some('none', ...people),
    requester: some(...people),
    asset: some('component:default/0', 'component:default/1'),
  }),
);

/** Whether a ticket is meant, as the filters of lists are described. */
function matches(where: TicketConditions, ticket: StoredTicket): boolean {
  const isOneOf = (wanted: readonly string[] | undefined, ...had: unknown[]) =>
    !wanted || had.some(value => wanted.includes(String(value ?? 'none')));
  return (
    isOneOf(where.category, ticket.category) &&
    isOneOf(where.priority, ticket.priority) &&
    isOneOf(where.team, ticket.team) &&
    isOneOf(where.assignee, ticket.assignee) &&
    isOneOf(where.requester, ticket.requester, ticket.createdBy) &&
    isOneOf(where.asset, ...ticket.assets)
  );
}

/** Tickets by their keys, which are empty where they have none. */
function groupsOf<T extends Life>(lives: readonly T[], by: ReportGrouping) {
  const found = new Map<string, T[]>();
  for (const life of lives) {
    const { ticket } = life;
    const key = (by === 'asset' ? ticket.assets[0] : ticket[by]) ?? '';
    found.set(key, [...(found.get(key) ?? []), life]);
  }
  return [...found];
}

/** Whether it was open at some time in a period, as it looks now. */
function isBusy(ticket: ReportedTicket, { from, to }: Period): boolean {
  const end = endOf(ticket);
  return ticket.createdAt < to && (end === null || end >= from);
}

function asReported({ ticket, turns }: Life) {
  const { createdAt, rating, deadlines } = ticket;
  return { createdAt, turns, stars: rating?.stars ?? null, ...deadlines };
}

const databases = testDatabases();

describe.each(databases.ids)('reports on %s', id => {
  let knex: Knex;
  let store: DeskStore;

  beforeAll(async () => {
    knex = await databases.init(id);
    store = new DeskStore(knex);
  });

  /** Lets tickets go through their lives. */
  async function live(lives: readonly Life[]): Promise<void> {
    await knex('tickets').delete();
    for (const life of lives) {
      const [filed, ...states] = statesOf(life);
      await store.tickets.insert(filed);
      let before = filed;
      for (const after of states) {
        await store.tickets.update(before, after);
        before = after;
      }
    }
  }

  /** A reader with what they ask for, in a desk with what they may read in it. */
  const readingArbitrary = fc
    .record({
      policy: policyArbitrary,
      person: personArbitrary,
      decisions: decisionsArbitrary,
      where: conditionsArbitrary,
      period: periodArbitrary,
    })
    .map(({ policy, person, decisions, where, period }) => {
      const scope = scopeOf(policy, person, { decisions });
      const access = ({ ticket }: Life) =>
        accessTo(scope, {
          ...ticket,
          assetOwners: Object.values(ticket.assetOwners).flatMap(
            owner => owner ?? [],
          ),
        });
      return {
        request: { scope, where },
        period,
        /** Those of the tickets that the report is about. */
        meant: (lives: readonly Life[]) =>
          lives
            .filter(
              life =>
                life.ticket.mergedInto === null &&
                access(life).read &&
                matches(where, life.ticket),
            )
            .map(life => ({
              ...life,
              ...asReported(life),
              inside: access(life).inside,
            })),
      };
    });

  const desksArbitrary = fc.tuple(
    livesArbitrary,
    fc.array(readingArbitrary, { minLength: 3, maxLength: 6 }),
  );

  it('hold the figures of what somebody may read', async () => {
    await fc.assert(
      fc.asyncProperty(desksArbitrary, async ([lives, readings]) => {
        await live(lives);
        for (const { request, period, meant } of readings) {
          expect(await store.reports.summarize(request, period)).toEqual(
            expectedFigures(meant(lives), period),
          );
        }
      }),
      { numRuns: cases(60) },
    );
  });

  it('hold the figures of each group, the busiest first', async () => {
    await fc.assert(
      fc.asyncProperty(
        desksArbitrary,
        fc.constantFrom(...reportGroupingSchema.options),
        fc.integer({ min: 1, max: 4 }),
        async ([lives, readings], by, most) => {
          await live(lives);
          for (const { request, period, meant } of readings) {
            const byKey = groupsOf(meant(lives), by)
              .map(([key, members]) => ({
                key,
                members,
                busy: members.filter(ticket => isBusy(ticket, period)).length,
              }))
              .filter(({ busy }) => busy > 0)
              .sort((a, b) => b.busy - a.busy || (a.key < b.key ? -1 : 1));
            const rest = byKey.slice(most).flatMap(({ members }) => members);
            const expected: StoredGroups = {
              groups: byKey.slice(0, most).map(({ key, members }) => ({
                key: key || null,
                figures: expectedFigures(members, period),
              })),
              rest: rest.length > 0 ? expectedFigures(rest, period) : undefined,
            };
            expect(
              await store.reports.group(request, period, by, most),
            ).toEqual(expected);
          }
        },
      ),
      { numRuns: cases(60) },
    );
  });

  it('hold the figures of each day, week or month', async () => {
    await fc.assert(
      fc.asyncProperty(
        desksArbitrary,
        fc.constantFrom(...reportIntervalSchema.options),
        fc.constantFrom(...zones),
        async ([lives, readings], interval, zone) => {
          await live(lives);
          for (const { request, period, meant } of readings) {
            const periods = intervalsOf(period, interval, zone, 400) ?? [];
            expect(await store.reports.trend(request, periods)).toEqual(
              periods.map(part => expectedFigures(meant(lives), part)),
            );
          }
        },
      ),
      { numRuns: cases(60) },
    );
  });
});
