import { testDatabases } from '../../__testUtils__/databases';
import { layTicketRow, ticketRow } from '../../__testUtils__/ticketRow';
import { readSearchQuery } from '../../domain/search/searchQuery';
import { FrequentWords } from './FrequentWords';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('frequent words on %s', id => {
  it('mark what begins many texts, where the index is slow with that', async () => {
    const knex = await databases.init(id);
    await layTicketRow(knex);
    await knex.batchInsert(
      'ticket_texts',
      Array.from({ length: 300 }, (_, index) => ({
        ticket_id: ticketRow.id,
        source: 'reply',
        // a word of all texts, two of half of them each, and one of few
        words: `the ${index % 2 ? 'ledger' : 'ledges'} ${
          index % 100 ? 'some' : 'rare'
        }`,
      })),
      100,
    );
    const isPostgres = id !== 'SQLITE_3';
    if (isPostgres) {
      await knex.raw('analyze ticket_texts');
    }
    const frequent = new FrequentWords(knex, 200);
    const marked = async (text: string) => {
      const { wanted } = await frequent.mark(readSearchQuery(text));
      return wanted.map(({ inMany = false, beginsMany = false }) => [
        inMany,
        beginsMany,
      ]);
    };
    const many = isPostgres;
    expect(await marked('the')).toEqual([[many, many]]);
    expect(await marked('the ledg')).toEqual([
      [many, false],
      [many, many],
    ]);
    expect(await marked('rare-the')).toEqual([[false, many]]);
    expect(await marked('ledger')).toEqual([[false, false]]);
    expect(await marked('rar')).toEqual([[false, false]]);
    expect(await marked('"the"')).toEqual([[many, false]]);
  });
});
