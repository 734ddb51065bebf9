import fc from 'fast-check';
import { testDatabases } from '../../__testUtils__/databases';
import { matchesQuery } from '../../domain/search/matching';
import { readSearchQuery } from '../../domain/search/searchQuery';
import { migrationsDirectory } from '../migrations';
import { newestMatches } from './newestMatches';

jest.setTimeout(120_000);

const databases = testDatabases();

/** Numbers that lie close together, and far apart. */
const seqArbitrary = fc.oneof(
  fc.integer({ min: 1, max: 200 }),
  fc.integer({ min: 16_300, max: 16_500 }),
  fc.integer({ min: 1, max: 300_000 }),
  fc.integer({ min: 1, max: 40_000_000 }),
  fc.integer({ min: 39_000_000, max: 40_000_000 }),
  fc.integer({ min: 39_980_000, max: 40_000_000 }),
);

const textsArbitrary = fc.uniqueArray(
  fc.record({
    seq: seqArbitrary,
    words: fc.constantFrom('ledger', 'ledgers slow', 'slow', 'slow ledger'),
    source: fc.constantFrom('ticket', 'reply'),
  }),
  { selector: ({ seq }) => seq, maxLength: 60 },
);

describe.each(databases.ids)('the newest texts on %s', id => {
  it('are those that match, however far apart they are', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
    await knex('tickets').insert({
      id: 'id-1',
      number: 'T1',
      version: 1,
      subject: 'Subject',
      status: 'new',
      priority: 'normal',
      visibility: 'public',
      requester: 'user:default/a',
      created_by: 'user:default/a',
      created_at: new Date(),
      updated_at: new Date(),
    });
    await fc.assert(
      fc.asyncProperty(
        textsArbitrary,
        fc.constantFrom('ledger', '"ledger"', 'slow ledger', 'slow -ledger'),
        fc.option(seqArbitrary, { nil: undefined }),
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        async (texts, search, before, limit, ofTickets) => {
          await knex('ticket_texts').delete();
          await knex.batchInsert(
            'ticket_texts',
            texts.map(text => ({ ...text, ticket_id: 'id-1' })),
            100,
          );
          const query = readSearchQuery(search);
          const expected = texts
            .filter(
              ({ seq, words, source }) =>
                (before === undefined || seq < before) &&
                (!ofTickets || source === 'ticket') &&
                matchesQuery(query, words.split(' ')),
            )
            .map(({ seq }) => seq)
            .sort((one, other) => other - one)
            .slice(0, limit);
          const found = await newestMatches(knex, {
            query,
            before,
            limit,
            ofTickets,
          });
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});
