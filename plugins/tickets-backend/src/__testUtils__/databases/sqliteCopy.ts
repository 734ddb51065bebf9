import makeKnex, { type Knex } from 'knex';
import { migrationsDirectory } from '../../store/migrations';

let image: Promise<Buffer> | undefined;

/**
 * Puts all tables of the desk into a database in memory that nothing was asked
 * of yet: it begins as a copy of one that was migrated, which is much quicker
 * than to migrate each.
 */
export async function sqliteCopy(knex: Knex): Promise<Knex> {
  image ??= migratedImage();
  const content = await image;
  const { driver: Database } = knex.client;
  Object.assign(knex.client, {
    acquireRawConnection: async () => new Database(content),
  });
  return knex;
}

async function migratedImage(): Promise<Buffer> {
  const knex = makeKnex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  await knex.migrate.latest({ directory: migrationsDirectory });
  const connection = await knex.client.acquireConnection();
  const content = connection.serialize();
  await knex.client.releaseConnection(connection);
  await knex.destroy();
  return content;
}
