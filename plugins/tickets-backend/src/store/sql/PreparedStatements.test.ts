import { testDatabases } from '../../__testUtils__/databases';
import { PreparedStatements } from './PreparedStatements';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('kept plans on %s', id => {
  async function thing() {
    const knex = await databases.init(id);
    await knex.schema.createTable('things', table => {
      table.integer('size');
    });
    await knex('things').insert([{ size: 1 }, { size: 2 }]);
    const plans = new PreparedStatements(knex);
    const largerThan = (size: number): Promise<unknown[]> =>
      plans.rowsOf(knex('things').where('size', '>', size).select('*'));
    return { knex, plans, largerThan };
  }

  it('find the same however often one asks', async () => {
    const { largerThan } = await thing();
    for (let times = 0; times < 30; times += 1) {
      expect(await largerThan(times % 2)).toEqual(
        times % 2 === 0 ? [{ size: 1 }, { size: 2 }] : [{ size: 2 }],
      );
    }
  });

  it('do not outlive the columns of a table', async () => {
    const { knex, largerThan } = await thing();
    for (let times = 0; times < 30; times += 1) {
      await largerThan(1);
    }
    await knex.schema.alterTable('things', table => {
      table.integer('weight');
    });
    for (let times = 0; times < 30; times += 1) {
      expect(await largerThan(1)).toEqual([{ size: 2, weight: null }]);
    }
  });

  it('are not many', async () => {
    const { knex, plans } = await thing();
    for (let count = 1; count <= 30; count += 1) {
      for (let times = 0; times < 15; times += 1) {
        const sizes = Array.from({ length: count }, () => 2);
        expect(
          await plans.rowsOf(knex('things').whereIn('size', sizes)),
        ).toEqual([{ size: 2 }]);
      }
    }
    const kept =
      knex.client.config.client === 'pg'
        ? await knex('pg_prepared_statements').pluck('name')
        : [];
    expect(kept.length).toBeLessThanOrEqual(10);
  });

  it('leave other mistakes to whoever asks', async () => {
    const { knex, plans } = await thing();
    await expect(plans.rowsOf(knex('nothing'))).rejects.toThrow('nothing');
  });
});
