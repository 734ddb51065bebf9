import {
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';

const supported: TestDatabaseId[] = ['SQLITE_3', 'POSTGRES_18'];

/** Those of a test file, shared between the lanes as the desk's own tests are. */
function idsFor(testPath = ''): TestDatabaseId[] {
  switch (
    !/\.(slow|property)\.test\./.test(testPath) &&
    process.env.TEST_LANE
  ) {
    case 'quick':
      return ['SQLITE_3'];
    case 'slow':
      return ['POSTGRES_18'];
    default:
      return supported;
  }
}

/**
 * The databases that the desk supports, and those of the test file.
 *
 * @throws Error where one is missing, so that no test is passed over
 */
export function testDatabases(): TestDatabases & { ids: TestDatabaseId[] } {
  const databases = TestDatabases.create({ ids: supported });
  const missing = supported.filter(id => !databases.supports(id));
  if (missing.length > 0) {
    throw new Error(
      `${missing.join(', ')} cannot be reached; npm test brings its own, or set BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING`,
    );
  }
  return Object.assign(databases, {
    ids: idsFor(expect.getState().testPath),
  });
}
