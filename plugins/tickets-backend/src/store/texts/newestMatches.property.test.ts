import fc from 'fast-check';
import { cases } from '../../__testUtils__/cases';
import { testDatabases } from '../../__testUtils__/databases';
import {
  layTexts,
  layTicketRow,
  ticketRow,
} from '../../__testUtils__/ticketRow';
import { matchesQuery } from '../../domain/search/matching';
import { readSearchQuery } from '../../domain/search/searchQuery';
import { newestMatches, withNewestMatches } from './newestMatches';

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
    await layTicketRow(knex);
    await fc.assert(
      fc.asyncProperty(
        textsArbitrary,
        fc.constantFrom(
          ...['ledger', '"ledger"', 'slow ledger', 'slow -ledger'],
          ...['slow-ledg', 'slow-le'],
        ),
        fc.option(seqArbitrary, { nil: undefined }),
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
        async (texts, search, before, limit, ofTickets, beginsMany) => {
          await knex('ticket_texts').delete();
          await knex.batchInsert(
            'ticket_texts',
            texts.map(text => ({ ...text, ticket_id: ticketRow.id })),
            100,
          );
          const { wanted, unwanted } = readSearchQuery(search);
          const query = {
            wanted: wanted.map((term, index) => ({
              ...term,
              inMany: beginsMany[index],
              beginsMany: term.open && beginsMany[index],
            })),
            unwanted,
          };
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
      { numRuns: cases(200) },
    );
  });
});

/** What PostgreSQL says of a step of a plan, and those below it. */
interface Step {
  readonly 'Subplan Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly Step[];
}

const stepsOf = (step: Step): Step[] => [
  step,
  ...(step.Plans ?? []).flatMap(stepsOf),
];

describe.each(databases.ids)('the newest texts on %s', id => {
  /** Numbers that lie near the last one, and further off by a step each. */
  const strewn = (near: number, step: number, far: number) => [
    ...Array.from({ length: near }, (_, index) => 40_000_000 - index),
    ...Array.from({ length: far }, (_, index) => 39_900_000 - index * step),
  ];

  // as frequent as makes the second look eight, sixty-four times as wide, or whole
  it.each([
    ['many near ones', strewn(30, 1, 30)],
    ['some near ones, others close by', strewn(10, 100, 30)],
    ['some near ones, others far off', strewn(10, 100_000, 30)],
    ['few near ones, others close by', strewn(2, 100, 30)],
    ['few near ones, others far off', strewn(2, 1_000_000, 30)],
    ['no near ones', strewn(0, 1_000_000, 30)],
    ['none far off', strewn(7, 1, 0)],
  ])('are found in order among %s', async (_what, seqs) => {
    const knex = await databases.init(id);
    await layTexts(knex, 'slow ledger', seqs);
    for (const inMany of [false, true]) {
      for (const text of ['ledger', 'slow ledger', '"slow ledger"']) {
        const { wanted, unwanted } = readSearchQuery(text);
        const query = {
          wanted: wanted.map(term => ({ ...term, inMany })),
          unwanted,
        };
        const read: number[] = [];
        let found: number[];
        do {
          const before = read.at(-1);
          found = await newestMatches(knex, { query, before, limit: 20 });
          read.push(...found);
        } while (found.length > 0);
        expect([text, inMany, read]).toEqual([text, inMany, seqs]);
      }
    }
  });
});

describe.each(databases.ids.filter(id => id.startsWith('POSTGRES')))(
  'a look for the newest texts on %s',
  id => {
    it.each([
      ['ends where there are enough', 30, 0],
      ['goes on where there are not', 10, 1],
    ])('%s', async (_what, near, looks) => {
      const knex = await databases.init(id);
      const seqs = [
        ...Array.from({ length: near }, (_, index) => 1_000_000 - index),
        ...Array.from({ length: 30 }, (_, index) => 1 + index),
      ];
      await layTexts(knex, 'ledger', seqs);
      const { sql, bindings } = withNewestMatches(knex, {
        query: readSearchQuery('ledger'),
        limit: 20,
      })
        .from('matched')
        .toSQL();
      const { rows } = await knex.raw(`explain (analyze, format json) ${sql}`, [
        ...bindings,
      ]);
      const [more] = stepsOf(rows[0]['QUERY PLAN'][0].Plan).filter(
        step => step['Subplan Name'] === 'CTE more_texts',
      );
      const reads = stepsOf(more).filter(
        step => step['Relation Name'] === 'ticket_texts',
      );
      expect(reads.map(step => step['Actual Loops'])).toEqual([looks]);
    });
  },
);
