import { asStoreError, cleanDatabaseError, passesSoon } from './databaseErrors';

/** As drivers make them: with a name of their own and a code. */
function failure(message: string, more: object = {}): Error {
  return Object.assign(new Error(message), more);
}

const sqlite = (code: string) =>
  failure('select 1 - refused', { name: 'SqliteError', code });
const postgres = (code: string) =>
  failure('select 1 - refused', { name: 'error', severity: 'ERROR', code });
const network = (code: string) => failure(`connect ${code}`, { code });

const BUSY =
  'The desk’s data are being changed elsewhere; try again in a moment';
const AWAY = 'The desk cannot reach its data at the moment; try again later';

describe('an error of the database', () => {
  it.each<
    readonly [what: string, error: Error, message: string, after: number]
  >([
    ...[
      'SQLITE_BUSY',
      'SQLITE_BUSY_SNAPSHOT',
      'SQLITE_BUSY_RECOVERY',
      'SQLITE_LOCKED',
      'SQLITE_LOCKED_SHAREDCACHE',
      'SQLITE_PROTOCOL',
    ].map(code => [code, sqlite(code), BUSY, 2] as const),
    ...['40001', '40P01', '55P03'].map(
      code => [code, postgres(code), BUSY, 2] as const,
    ),
    ...[
      'SQLITE_FULL',
      'SQLITE_IOERR',
      'SQLITE_IOERR_WRITE',
      'SQLITE_CANTOPEN',
      'SQLITE_READONLY',
      'SQLITE_READONLY_DBMOVED',
      'SQLITE_NOMEM',
      'SQLITE_INTERRUPT',
    ].map(code => [code, sqlite(code), AWAY, 30] as const),
    ...[
      '08006',
      '28P01',
      '3D000',
      '53100',
      '53200',
      '53300',
      '57014',
      '57P01',
      '57P03',
      '58030',
      '25006',
      '25P03',
    ].map(code => [code, postgres(code), AWAY, 30] as const),
    ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE'].map(
      code => [code, network(code), AWAY, 30] as const,
    ),
    [
      'of a socket that is not there',
      failure('connect ENOENT', { code: 'ENOENT', syscall: 'connect' }),
      AWAY,
      30,
    ],
    ...[
      'Connection terminated unexpectedly',
      'Client has encountered a connection error and is not queryable',
      'Unable to acquire a connection',
      'Knex: Timeout acquiring a connection. The pool is probably full.',
      'The database connection is not open',
    ].map(text => [text, failure(text), AWAY, 30] as const),
  ])('%s is nothing that callers can help', (_what, error, message, after) => {
    expect(asStoreError(error)).toMatchObject({
      name: 'ServiceUnavailableError',
      message,
      retryAfter: after,
      source: 'database',
      failure: error,
    });
    expect(passesSoon(error)).toBe(message === BUSY);
  });

  it.each([
    sqlite('SQLITE_CONSTRAINT_UNIQUE'),
    sqlite('SQLITE_ERROR'),
    sqlite('SQLITE_CORRUPT'),
    postgres('23505'),
    postgres('25P02'),
    postgres('42P01'),
    postgres('XX000'),
    failure('a mistake of the desk'),
    failure('a file is missing', { code: 'ENOENT', syscall: 'open' }),
  ])('is another mistake when it is %s', error => {
    expect(asStoreError(error)).toBe(error);
    expect(passesSoon(error)).toBe(false);
  });

  it('is left as it is when it is none', () => {
    const error = failure('insert into nothing - this is no statement');
    expect(asStoreError(error)).toBe(error);
    expect(error.message).toMatch(/^insert/);
    expect(asStoreError('text')).toBe('text');
  });

  it.each([
    [
      "insert into `a` (`b`) values ('secret') - UNIQUE constraint failed: a.b, a.c",
      { code: 'SQLITE_CONSTRAINT_UNIQUE' },
      'The database refused a statement (SQLITE_CONSTRAINT_UNIQUE, UNIQUE constraint failed: a.b, a.c)',
    ],
    [
      'insert into "a" ("b") values ($1) - duplicate key value violates unique constraint "a_b"',
      {
        code: '23505',
        severity: 'ERROR',
        detail: 'Key (b)=(secret) already exists.',
        table: 'a',
        constraint: 'a_b',
      },
      'The database refused a statement (23505, violates unique constraint "a_b", table a, constraint a_b)',
    ],
    [
      'select $1 - invalid input syntax for type integer: "secret"',
      { code: '22P02', severity: 'ERROR', where: 'unnamed parameter: secret' },
      'The database refused a statement (22P02)',
    ],
    [
      'select \'secret\' - fts5: syntax error near "secret"',
      { code: 'SQLITE_ERROR' },
      'The database refused a statement (SQLITE_ERROR)',
    ],
    [
      "insert into `a` values ('no such table: secret') - refused",
      { code: 'SQLITE_CONSTRAINT_TRIGGER' },
      'The database refused a statement (SQLITE_CONSTRAINT_TRIGGER)',
    ],
  ])('tells neither statement nor value: %s', (text, more, message) => {
    const error = failure(text, { ...more, sql: text, bindings: ['secret'] });
    cleanDatabaseError(error);
    cleanDatabaseError(error);
    expect(error.message).toBe(message);
    expect(error.stack?.split('\n')[0]).toBe(`Error: ${message}`);
    expect(error.stack).toMatch(/\n {4}at /);
    const all = Object.getOwnPropertyNames(error).map(
      name => Object.entries(error).find(([key]) => key === name)?.[1],
    );
    expect(JSON.stringify([all, error.message, error.stack])).not.toContain(
      'secret',
    );
  });
});
