import {
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';

const ids: TestDatabaseId[] = ['SQLITE_3', 'POSTGRES_18'];

/**
 * The databases that the desk supports.
 *
 * @throws Error where one is missing, so that no test is passed over
 */
export function testDatabases(): TestDatabases & { ids: TestDatabaseId[] } {
  const databases = TestDatabases.create({ ids });
  const missing = ids.filter(id => !databases.supports(id));
  if (missing.length > 0) {
    throw new Error(
      `${missing.join(', ')} cannot be reached; npm test brings its own, or set BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING`,
    );
  }
  return Object.assign(databases, { ids });
}
