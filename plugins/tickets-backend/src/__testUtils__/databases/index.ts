import {
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { lane } from '../lane';
import { PostgresCopies } from './PostgresCopies';
import { sqliteCopy } from './sqliteCopy';

/** The databases that the desk supports; every one of them takes part in tests. */
const supported: TestDatabaseId[] = ['SQLITE_3', 'POSTGRES_18'];

/**
 * Those of a test file: what differs between them is in the store, whose tests
 * run on both in each lane, as those do that belong to the slow lane or to
 * both. All others share them between the lanes.
 */
function idsFor(testPath = ''): TestDatabaseId[] {
  const hasBoth = /[\\/]src[\\/]store[\\/]|\.(slow|property)\.test\./.test(
    testPath,
  );
  switch (!hasBoth && lane) {
    case 'quick':
      return ['SQLITE_3'];
    case 'slow':
      return ['POSTGRES_18'];
    default:
      return supported;
  }
}

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
  const databases = TestDatabases.create({ ids: supported });
  const missing = supported.filter(id => !databases.supports(id));
  if (missing.length > 0) {
    throw new Error(
      `${missing.join(', ')} cannot be reached; npm test brings its own, or set BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING`,
    );
  }
  const copies = new PostgresCopies();
  afterAll(() => copies.drop(), 60_000);
  const empty = (id: TestDatabaseId) => databases.init(id);
  return {
    ids: idsFor(expect.getState().testPath),
    empty,
    init: async id =>
      id === 'SQLITE_3' ? sqliteCopy(await empty(id)) : copies.make(),
  };
}
