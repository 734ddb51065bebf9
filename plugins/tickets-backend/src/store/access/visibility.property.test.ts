import fc from 'fast-check';
import { cases } from '../../__testUtils__/cases';
import {
  decisionsArbitrary,
  personArbitrary,
  policyArbitrary,
} from '../../__testUtils__/arbitraryScopes';
import { ticketsArbitrary } from '../../__testUtils__/arbitraryTickets';
import { testDatabases } from '../../__testUtils__/databases';
import { accessTo, scopeOf } from '../../domain/access/access';
import { DeskStore } from '../DeskStore';
import type { TicketList } from '../lists/listTickets';

jest.setTimeout(180_000);

const databases = testDatabases();

describe.each(databases.ids)('visibility of tickets on %s', id => {
  it('is in lists and counts what the decision on each ticket says', async () => {
    const knex = await databases.init(id);
    const store = new DeskStore(knex);
    await fc.assert(
      fc.asyncProperty(
        ticketsArbitrary,
        fc.array(
          fc.tuple(policyArbitrary, personArbitrary, decisionsArbitrary),
          {
            minLength: 4,
            maxLength: 8,
          },
        ),
        async (tickets, viewers) => {
          await knex('tickets').delete();
          for (const ticket of tickets) {
            await store.tickets.insert(ticket);
          }
          for (const [policy, person, decisions] of viewers) {
            const scope = scopeOf(policy, person, { decisions });
            const accesses = tickets.map(ticket => ({
              ticket,
              access: accessTo(scope, {
                ...ticket,
                assetOwners: Object.values(ticket.assetOwners).filter(
                  owner => owner !== null,
                ),
              }),
            }));
            const readable = accesses
              .filter(({ access }) => access.read)
              .map(({ ticket }) => ticket);
            const inside = accesses
              .filter(({ access }) => access.inside)
              .map(({ ticket }) => ticket.id);
            const list = async (insideOnly: boolean, totalCap = 100) =>
              store.lists.list(scope, {
                where: { insideOnly },
                sort: { by: 'createdAt' },
                order: 'asc',
                limit: 100,
                totalCap,
              });
            const ids = (found: TicketList) =>
              found.tickets.map(ticket => ticket.id);

            const [seen, insideOnly] = [await list(false), await list(true)];
            expect(ids(seen)).toEqual(readable.map(ticket => ticket.id));
            expect(ids(insideOnly)).toEqual(inside);
            expect([seen.total, insideOnly.total]).toEqual([
              readable.length,
              inside.length,
            ]);
            expect((await list(false, 2)).total).toBe(
              Math.min(readable.length, 2),
            );
            expect(
              await store.lists.countEach(
                scope,
                [{}, { insideOnly: true }],
                100,
              ),
            ).toEqual([readable.length, inside.length]);
          }
        },
      ),
      { numRuns: cases(100) },
    );
  });
});
