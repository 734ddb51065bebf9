import { visibilitySchema } from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import { testDatabases } from '../__testUtils__/databases';
import {
  type AccessPolicy,
  type Person,
  accessTo,
  scopeOf,
} from '../domain/access';
import { KnexTicketStore } from './KnexTicketStore';
import type { StoredTicket } from './TicketStore';
import { migrationsDirectory } from './migrations';

jest.setTimeout(120_000);

const people = ['user:default/a', 'user:default/b', 'user:default/c'];
const groups = ['group:default/x', 'group:default/y', 'group:default/z'];

const personArbitrary: fc.Arbitrary<Person> = fc
  .record({ ref: fc.constantFrom(...people), groups: fc.subarray(groups) })
  .map(({ ref, groups: own }) => ({ ref, belongsTo: new Set([ref, ...own]) }));

const policyArbitrary: fc.Arbitrary<AccessPolicy> = fc.record({
  admins: fc.subarray([people[2], groups[2]]),
  teams: fc.subarray(groups),
  agentsSee: fc.constantFrom('all', 'own-team'),
});

const ownerArbitrary = fc.constantFrom(null, people[0], ...groups);

const ticketArbitrary = fc.record({
  requester: fc.constantFrom(...people),
  createdBy: fc.constantFrom(...people),
  organisation: fc.constantFrom(null, ...groups),
  team: fc.constantFrom(null, ...groups),
  visibility: fc.constantFrom(...visibilitySchema.options),
  owners: fc.array(ownerArbitrary, { maxLength: 2 }),
});

type TicketSketch =
  typeof ticketArbitrary extends fc.Arbitrary<infer T> ? T : never;

function stored(sketch: TicketSketch, index: number): StoredTicket {
  const at = new Date(Date.UTC(2026, 0, 1, 0, 0, index));
  const { owners, ...facts } = sketch;
  return {
    ...facts,
    id: `id-${index}`,
    number: `T${index}`,
    version: 1,
    subject: 'Subject',
    status: 'new',
    category: null,
    priority: 'normal',
    assignee: null,
    createdAt: at,
    updatedAt: at,
    endedAt: null,
    assets: owners.map((owner, position) => ({
      entityRef: `component:default/${position}`,
      owner,
    })),
  };
}

const databases = testDatabases();

describe.each(databases.ids)('visibility of tickets on %s', id => {
  it('is in lists and counts what the decision on each ticket says', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
    await fc.assert(
      fc.asyncProperty(
        fc.array(ticketArbitrary, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(policyArbitrary, personArbitrary), {
          minLength: 1,
          maxLength: 6,
        }),
        async (sketches, viewers) => {
          await knex('tickets').delete();
          const store = new KnexTicketStore(knex);
          const tickets = sketches.map(stored);
          for (const ticket of tickets) {
            await store.insertTicket(ticket);
          }
          for (const [policy, person] of viewers) {
            const scope = scopeOf(policy, person);
            const decisions = tickets.map(ticket => ({
              ticket,
              access: accessTo(scope, {
                ...ticket,
                assetOwners: ticket.assets.flatMap(({ owner }) => owner ?? []),
              }),
            }));
            const readable = decisions
              .filter(({ access }) => access.read)
              .map(({ ticket }) => ticket.id);
            const inside = decisions
              .filter(({ access }) => access.inside)
              .map(({ ticket }) => ticket.id);
            const list = (insideOnly: boolean) =>
              store.listTickets(scope, {
                where: { insideOnly },
                sort: 'createdAt',
                order: 'asc',
                limit: 100,
              });

            expect((await list(false)).map(ticket => ticket.id)).toEqual(
              readable,
            );
            expect((await list(true)).map(ticket => ticket.id)).toEqual(inside);
            expect(await store.countTickets(scope, {}, 100)).toBe(
              readable.length,
            );
            expect((await store.countByStatus(scope, {})).get('new') ?? 0).toBe(
              readable.length,
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
