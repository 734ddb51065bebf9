import {
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { PostgresCopies } from './PostgresCopies';
import { sqliteCopy } from './sqliteCopy';

/** The databases that the desk supports; every one of them takes part in tests. */
const ids: TestDatabaseId[] = ['SQLITE_3', 'POSTGRES_18'];

/** Databases for the tests of a file, which are gone when these are done. */
export interface DeskDatabases {
  readonly ids: readonly TestDatabaseId[];
  /** A database of its own, with all tables of the desk and nothing in them. */
  init(id: TestDatabaseId): Promise<Knex>;
  /** One without any tables. */
  empty(id: TestDatabaseId): Promise<Knex>;
}

/** @throws Error where a database is missing, so that no test is passed over */
export function testDatabases(): DeskDatabases {
  const databases = TestDatabases.create({ ids });
  const missing = ids.filter(id => !databases.supports(id));
  if (missing.length > 0) {
    throw new Error(
      `${missing.join(', ')} cannot be reached; npm test brings its own, or set BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING`,
    );
  }
  const copies = new PostgresCopies();
  afterAll(() => copies.drop(), 60_000);
  const empty = (id: TestDatabaseId) => databases.init(id);
  return {
    ids,
    empty,
    init: async id =>
      id === 'SQLITE_3' ? sqliteCopy(await empty(id)) : copies.make(),
  };
}
