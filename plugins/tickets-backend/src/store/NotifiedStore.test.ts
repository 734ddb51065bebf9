import { testDatabases } from '../__testUtils__/databases';
import { lifeDesk } from '../__testUtils__/lifeDesk';
import { NotifiedStore } from './NotifiedStore';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('who was notified, on %s', id => {
  it('is recorded by several at once, in whatever order they name people', async () => {
    const knex = await databases.init(id);
    await lifeDesk(knex);
    const store = new NotifiedStore(knex);
    const people = Array.from(
      { length: 150 },
      (_, at) => `user:default/p${at}`,
    );
    const orders = [people, [...people].reverse()];
    const notified = { ticketId: 'ticket', scope: 'replied' };
    const at = new Date('2026-11-30T12:00:00Z');
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(
        [...orders, ...orders].map(order =>
          store.record({ ...notified, people: order }, at),
        ),
      );
    }
    const recorded = await store.ofTickets(['ticket']);
    expect(recorded.map(({ person }) => person)).toEqual([...people].sort());
  });
});
