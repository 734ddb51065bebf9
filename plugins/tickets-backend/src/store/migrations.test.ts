import { testDatabases } from '../__testUtils__/databases';
import { migrationsDirectory } from './migrations';

jest.setTimeout(60_000);

const databases = testDatabases();

const ticket = {
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
};

describe.each(databases.ids)('migrations on %s', id => {
  it('go up, take data, go down to nothing, and up again', async () => {
    const knex = await databases.init(id);
    const directory = migrationsDirectory;
    await knex.migrate.latest({ directory });
    await knex('tickets').insert({ ...ticket, id: 'id-1' });
    await knex('ticket_assets').insert({
      ticket_id: 'id-1',
      position: 0,
      entity_ref: 'component:default/a',
    });
    await knex('ticket_messages').insert({
      ticket_id: 'id-1',
      kind: 'reply',
      side: 'team',
      author: 'user:default/a',
      body: 'Body',
      created_at: new Date(),
    });
    await knex('ticket_events').insert({
      ticket_id: 'id-1',
      version: 1,
      actor: 'user:default/a',
      at: new Date(),
      detail: '{}',
    });

    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('tickets')).toBe(false);
    expect(await knex.schema.hasTable('ticket_events')).toBe(false);

    await knex.migrate.latest({ directory });
    expect(await knex('tickets').select()).toEqual([]);
  });

  it('keep ticket numbers unique', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
    await knex('tickets').insert({ ...ticket, id: 'id-1' });
    await expect(
      knex('tickets').insert({ ...ticket, id: 'id-2' }),
    ).rejects.toThrow(/unique/i);
  });
});
