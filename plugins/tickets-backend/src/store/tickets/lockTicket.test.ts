import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { lifeDesk } from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';
import { DeskStore } from '../DeskStore';
import { guardedStore } from '../database/guardedStore';

const databases = testDatabases();

describe.each(databases.ids)('a ticket that is locked on %s', id => {
  let knex: Knex;
  let life: Awaited<ReturnType<typeof lifeDesk>>;

  beforeAll(async () => {
    knex = await databases.init(id);
    life = await lifeDesk(knex);
  });

  /** Three tickets, the first merged into the second and that into the third. */
  async function merged() {
    const [first, second, third] = [
      await life.file(),
      await life.file(),
      await life.file(),
    ];
    const merge = (ticket: string, into: string) =>
      life.desk.mergeTicket(caller('agent'), { ticket }, { into });
    await merge(first.number, second.number);
    await merge(second.number, third.number);
    return { first, second, third };
  }

  it('is the one that merges lead to, by its id and its number', async () => {
    const { first, third } = await merged();
    const store = new DeskStore(knex);
    for (const key of [first.id, first.number, third.id, third.number]) {
      await expect(
        store.transaction(inside => inside.tickets.lock(key)),
      ).resolves.toMatchObject({ id: third.id });
    }
    await expect(
      store.transaction(inside => inside.tickets.lock('T1999-00001')),
    ).resolves.toBeUndefined();
  });

  it('is none when only an unmerged one is asked for', async () => {
    const { first, third } = await merged();
    const store = new DeskStore(knex);
    const lock = (ticket: string) =>
      store.transaction(inside => inside.tickets.lockUnmerged(ticket));
    await expect(lock(first.id)).resolves.toBeUndefined();
    await expect(lock(third.id)).resolves.toMatchObject({ id: third.id });
  });
});

// only PostgreSQL has several who write at the same time
const postgres = databases.ids.filter(id => id !== 'SQLITE_3');

describe.each(postgres)('a ticket that is merged on %s', id => {
  /** A transaction waits for a ticket while that is merged into another one. */
  async function waitedFor(guard: (store: DeskStore) => DeskStore) {
    const knex = await databases.init(id);
    const life = await lifeDesk(knex);
    const [from, into] = [await life.file(), await life.file()];
    const merging = await knex.transaction();
    await merging('tickets').whereIn('id', [from.id, into.id]).forUpdate();
    const held: string[] = [];
    const waiting = guard(new DeskStore(knex)).transaction(async inside => {
      const ticket = await inside.tickets.lock(from.number);
      held.push(String(ticket?.number));
    });
    waiting.catch(() => {});
    for (let waits = 0; waits === 0; await sleep(10)) {
      const { rows } = await knex.raw(
        "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      );
      waits = rows.length;
    }
    await merging('tickets')
      .where({ id: from.id })
      .update({ merged_into: into.id });
    await merging.commit();
    return { waiting, held, into };
  }

  it('is not followed by who waited for it, who would wait with its lock in hand', async () => {
    const { waiting } = await waitedFor(store => store);
    await expect(waiting).rejects.toMatchObject({
      name: 'MergedMeanwhileError',
    });
  });

  it('is followed when the transaction is done anew', async () => {
    const { waiting, held, into } = await waitedFor(guardedStore);
    await waiting;
    expect(held).toEqual([into.number]);
  });
});
