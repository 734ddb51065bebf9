import { mockCredentials } from '@backstage/backend-test-utils';
import type { Ticket, TicketFilter } from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { groups, statuses } from '../../__testUtils__/arbitraryTickets';
import { cases } from '../../__testUtils__/cases';
import { testDatabases } from '../../__testUtils__/databases';
import { Population } from '../../__testUtils__/lists/Population';
import {
  type Asked,
  lonelyFilters,
  sortedLists,
} from '../../__testUtils__/lists/arbitraryFilters';
import {
  NOW,
  type TicketSet,
  ticketSets,
} from '../../__testUtils__/lists/arbitraryTicketSets';
import {
  CATEGORIES,
  PRIORITIES,
  expectedList,
  isUnread,
} from '../../__testUtils__/lists/reference';
import {
  type Viewer,
  viewerArbitrary,
  viewers,
} from '../../__testUtils__/lists/viewers';
import { testDesk } from '../../__testUtils__/testDesk';
import { inAllLights } from '../../__testUtils__/inAllLights';
import { scopeOf } from '../../domain/access/access';
import { countTickets, countViews } from './countTickets';
import { listTickets } from './listTickets';

jest.setTimeout(600_000);

const databases = testDatabases();

const tickets = {
  priorities: PRIORITIES.map(id => ({ id, title: id })),
  defaultPriority: 'normal',
  categories: CATEGORIES,
};

describe.each(databases.ids)('lists on %s', id => {
  let knex: Knex;
  let start: Awaited<ReturnType<typeof testDesk>>;

  beforeAll(async () => {
    knex = await databases.init(id);
    start = await testDesk(knex, { tickets });
    start.clock.set(NOW);
  });

  async function lay(set: TicketSet): Promise<void> {
    await knex('tickets').delete();
    await start.context.store.transaction(async store => {
      for (const ticket of set.tickets) {
        await store.tickets.insert(ticket);
      }
      for (const { person, ticketId, ...seen } of set.seen) {
        await store.reads.record(person, ticketId, seen);
      }
    });
  }

  /** The desk of a viewer, as they use it. */
  function as({ policy, person, decisions }: Viewer) {
    const context = {
      ...start.context,
      config: { ...start.context.config, statuses, access: policy },
    };
    const caller = {
      ...person,
      decisions,
      credentials: mockCredentials.user(person.ref),
    };
    return {
      scope: scopeOf(policy, person, { decisions }),
      page: (asked: Asked, cursor?: string) =>
        listTickets(context, caller, {
          ...asked.filter,
          sort: asked.sort,
          order: asked.order,
          limit: asked.limit,
          cursor,
        }),
      byLight: (filter: TicketFilter) => countTickets(context, caller, filter),
      views: (filters: TicketFilter[], cap: number) =>
        countViews(context, caller, {
          views: filters.map((filter, index) => ({ id: `${index}`, filter })),
          cap,
        }),
    };
  }

  /**
   * All tickets of a list, page by page to its end and back again.
   *
   * @param meanwhile - what happens between the pages
   */
  async function walk(
    viewer: Viewer,
    asked: Asked,
    meanwhile = async () => {},
  ) {
    const { page } = as(viewer);
    const first = await page(asked);
    const forwards: Ticket[] = [...first.items];
    let last = first;
    while (last.nextCursor) {
      await meanwhile();
      last = await page(asked, last.nextCursor);
      forwards.push(...last.items);
    }
    const backwards = [...last.items];
    while (last.previousCursor) {
      await meanwhile();
      last = await page(asked, last.previousCursor);
      backwards.unshift(...last.items);
    }
    return { forwards, backwards, total: first.total };
  }

  it('hold what each filter alone means, for everybody', async () => {
    await fc.assert(
      fc.asyncProperty(
        ticketSets,
        lonelyFilters,
        fc.array(viewerArbitrary, { minLength: 2, maxLength: 2 }),
        async (set, filters, others) => {
          await lay(set);
          for (const [name, viewer] of [
            ...Object.entries(viewers),
            ...others.map(other => ['anybody', other] as const),
          ]) {
            const { scope, page, byLight, views } = as(viewer);
            const counted = await views(filters, 3);
            for (const [index, filter] of filters.entries()) {
              const asked = { filter, sort: 'number', order: 'asc' } as const;
              const expected = expectedList(set, scope, asked);
              const { items, total, warnings } = await page({
                ...asked,
                limit: 100,
              });
              const lights = await byLight(filter);
              expect([name, filter, items.map(({ number }) => number)]).toEqual(
                [name, filter, expected.map(({ number }) => number)],
              );
              expect(items.map(({ unread }) => unread)).toEqual(
                expected.map(ticket => isUnread(ticket, scope, set.seen)),
              );
              expect([total, inAllLights(lights)]).toEqual([
                expected.length,
                expected.length,
              ]);
              expect(counted.items[index]).toEqual({
                id: `${index}`,
                count: Math.min(expected.length, 3),
                capped: expected.length > 3,
                ...(warnings && {
                  warnings: warnings.map(({ path, ...rest }) => ({
                    ...rest,
                    path: path.replace('query', `views[${index}].filter`),
                  })),
                }),
              });
            }
          }
        },
      ),
      { numRuns: cases(4) },
    );
  });

  it('count the queues of teams that are asked for together, for everybody', async () => {
    await fc.assert(
      fc.asyncProperty(
        ticketSets,
        fc.array(viewerArbitrary, { minLength: 5, maxLength: 5 }),
        async (set, others) => {
          await lay(set);
          const filters = groups.flatMap((team): TicketFilter[] => [
            { team: [team] },
            { team: [team], state: 'open' },
            { team: [team], overdue: false },
          ]);
          for (const viewer of [...Object.values(viewers), ...others]) {
            const { scope, views } = as(viewer);
            const { items } = await views(filters, 100);
            expect(items.map(({ count }) => count)).toEqual(
              filters.map(
                filter =>
                  expectedList(set, scope, {
                    filter,
                    sort: 'number',
                    order: 'asc',
                  }).length,
              ),
            );
          }
        },
      ),
      { numRuns: cases(4) },
    );
  });

  it('are in the order of each sort key, forwards and backwards, for everybody', async () => {
    await fc.assert(
      fc.asyncProperty(
        ticketSets,
        sortedLists,
        fc.array(viewerArbitrary, { minLength: 1, maxLength: 1 }),
        async (set, lists, others) => {
          await lay(set);
          for (const viewer of [...Object.values(viewers), ...others]) {
            for (const asked of lists) {
              const { scope } = as(viewer);
              const expected = expectedList(set, scope, asked);
              const numbers = expected.map(({ number }) => number);
              const found = await walk(viewer, asked);
              expect([
                asked,
                found.forwards.map(({ number }) => number),
                found.backwards.map(({ number }) => number),
                found.total,
              ]).toEqual([asked, numbers, numbers, numbers.length]);
            }
          }
        },
      ),
      { numRuns: cases(4) },
    );
  });

  it('visit every ticket once while others file, change and delete', async () => {
    await fc.assert(
      fc.asyncProperty(
        ticketSets,
        sortedLists,
        fc.infiniteStream(fc.nat()),
        async (set, lists, chance) => {
          for (const { sort, order } of lists) {
            await lay(set);
            const asked = { filter: {}, sort, order, limit: 5 };
            const population = new Population(
              start.context.store,
              set.tickets,
              chance,
            );
            const { forwards, backwards } = await walk(
              viewers.admin,
              asked,
              () => population.meddle(),
            );
            const { scope } = as(viewers.admin);
            const there = expectedList(set, scope, asked);
            for (const visited of [forwards, backwards]) {
              const stayed = visited
                .map(ticket => ticket.id)
                .filter(ticketId => !population.moved.has(ticketId));
              expect(new Set(stayed).size).toBe(stayed.length);
              expect(stayed).toEqual(
                expect.arrayContaining(
                  there
                    .map(ticket => ticket.id)
                    .filter(ticketId => !population.moved.has(ticketId)),
                ),
              );
            }
          }
        },
      ),
      { numRuns: cases(4) },
    );
  });
});
