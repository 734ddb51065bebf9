import type { TicketFilter } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

/** As many values as one filter can have. */
const MOST_VALUES = 50;

const databases = testDatabases();

function values(prefix: string, first: string): string[] {
  return [
    first,
    ...Array.from(
      { length: MOST_VALUES - 1 },
      (_, index) => `${prefix}${index}`,
    ),
  ];
}

/** A filter that finds the ticket, and many others, were they there. */
const broad: TicketFilter = {
  category: values('c', 'incident'),
  priority: values('p', 'high'),
  organisation: values('group:default/g', 'group:default/shop'),
  system: values('system:default/s', 'none'),
  team: [
    'none',
    ...['support', 'other-support', 'a', 'b', 'c'].map(
      name => `group:default/${name}`,
    ),
  ],
};

describe.each(databases.ids)('filters with many values on %s', id => {
  let desk: Awaited<ReturnType<typeof startTestDesk>>;

  beforeAll(async () => {
    desk = await startTestDesk({ knex: await databases.init(id) });
    await desk.as('requester').fileTicket({
      subject: 'One of many',
      category: 'incident',
    });
  });
  afterAll(() => desk.stop());

  it.each(['requester', 'agent', 'admin'])(
    'find for %s what one of them names',
    async name => {
      const client = desk.as(name);
      const { items, total } = await client.listTickets(broad);
      expect([items.map(({ subject }) => subject), total]).toEqual([
        ['One of many'],
        1,
      ]);
      expect((await client.countTickets(broad)).orange).toBe(1);
    },
  );

  it.each(['requester', 'agent', 'admin'])(
    'are counted for %s in as many views as can be asked for',
    async name => {
      const views = Array.from({ length: 50 }, (_, index) => ({
        id: `view ${index}`,
        filter: { ...broad, updatedFrom: `2026-01-01T00:00:${10 + index}Z` },
      }));
      const { items } = await desk.as(name).countViews({ views, cap: 10 });
      expect(items).toEqual(
        views.map(view => ({
          id: view.id,
          count: 1,
          capped: false,
          warnings: expect.any(Array),
        })),
      );
      // the first things that the desk does not know, and how many more
      for (const [index, { warnings = [] }] of items.entries()) {
        expect(warnings).toHaveLength(21);
        expect(warnings[20]).toMatchObject({
          path: `views[${index}].filter`,
          message: expect.stringMatching(
            /^\d+ more values are not configured$/,
          ),
        });
      }
    },
  );
});
