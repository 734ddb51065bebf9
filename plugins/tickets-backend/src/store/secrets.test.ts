import { testDatabases } from '../__testUtils__/databases';
import { secretOf } from './secrets';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('a key of the desk on %s', id => {
  it('is the same for all who ask, also when they ask at the same time', async () => {
    const knex = await databases.init(id);
    const keys = await Promise.all(
      Array.from({ length: 5 }, () => secretOf(knex, 'ids')),
    );
    const [first] = keys;
    expect(first).toHaveLength(32);
    keys.forEach(key => expect(key.equals(first)).toBe(true));
    expect((await secretOf(knex, 'ids')).equals(first)).toBe(true);
    expect((await secretOf(knex, 'others')).equals(first)).toBe(false);
  });
});
