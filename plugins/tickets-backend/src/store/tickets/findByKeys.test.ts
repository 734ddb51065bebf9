import { testDatabases } from '../../__testUtils__/databases';
import { lifeDesk } from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';
import { statementsOf } from '../../__testUtils__/statements';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('many keys on %s', id => {
  it('lead to what each of them leads to alone, by three statements', async () => {
    const knex = await databases.init(id);
    const { desk, context, file } = await lifeDesk(knex);
    const { store } = context;
    const all = [];
    for (let count = 0; count < 6; count += 1) {
      all.push(await file());
    }
    const [first, second, third, unsorted, twin, other] = all;
    for (const [from, into] of [
      [first, second],
      [second, third],
    ]) {
      await desk.mergeTicket(
        caller('admin'),
        { ticket: from.id },
        { into: into.id },
      );
    }
    // as older versions leave them, and two numbers that differ by a zero
    await knex('tickets')
      .where('id', unsorted.id)
      .update({ number: 'OLD-7', number_sort: null });
    const sort = { number_sort: 'twin' };
    await knex('tickets').where('id', twin.id).update(sort);
    await knex('tickets').where('id', other.id).update(sort);

    const numbers = all.map(({ number }) => number);
    const keys = [
      ...all.map(ticket => ticket.id),
      ...numbers,
      ...numbers.map(number => number.toLowerCase()),
      ...numbers.map(number => number.replace(/0+(?=[1-9])/, '')),
      'old-7',
      'OLD-7',
      'twin',
      'nothing',
      '%',
      '',
      '00000000-0000-4000-8000-000000000000',
    ];
    const alone = new Map<string, string | undefined>();
    for (const key of keys) {
      alone.set(key, (await store.tickets.find(key))?.id);
    }
    const whole = await store.tickets.find(third.id);
    const { outside } = await statementsOf(knex, async () => {
      const found = await store.tickets.findByKeys(keys);
      expect(new Map(keys.map(key => [key, found.get(key)?.id]))).toEqual(
        alone,
      );
      expect(found.get(first.number)).toEqual(whole);
    });
    expect(outside).toHaveLength(3);
    expect(alone.get(first.number)).toBe(third.id);
    expect(alone.get('old-7')).toBe(unsorted.id);
  });
});
