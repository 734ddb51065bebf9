import { testDatabases } from '../../__testUtils__/databases';
import { layTexts } from '../../__testUtils__/ticketRow';
import { readSearchQuery } from '../../domain/search/searchQuery';
import { isFrequent } from './isFrequent';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('a word on %s', id => {
  it.each([
    ['frequent among few texts', { newest: 20_000, step: 50 }, true],
    ['rare among few texts', { newest: 100_000, step: 60 }, false],
    ['rare among a million', { newest: 1_000_000, step: 60 }, false],
    // of which one in 200 are fifty thousand
    ['frequent among ten millions', { newest: 10_000_000, step: 190 }, true],
    ['rare among ten millions', { newest: 10_000_000, step: 210 }, false],
  ])('is %s', async (_what, { newest, step }, expected) => {
    const knex = await databases.init(id);
    await layTexts(
      knex,
      'ledger',
      Array.from({ length: 200 }, (_, index) => newest - index * step),
    );
    expect(await isFrequent(knex, readSearchQuery('ledger'))).toBe(expected);
  });
});
