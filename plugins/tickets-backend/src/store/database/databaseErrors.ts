import { isError } from '@backstage/errors';
import { UnavailableError } from '../UnavailableError';

/** What the driver of a database, or knex, throws. */
interface DriverError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: unknown;
  readonly severity?: unknown;
  readonly syscall?: unknown;
  readonly table?: unknown;
  readonly column?: unknown;
  readonly constraint?: unknown;
}

/** Errors that no longer show what was asked of the database. */
const cleaned = new WeakSet<object>();

/** Where drivers put values and statements, beside the message. */
const TELLTALE = [
  'bindings',
  'detail',
  'hint',
  'internalQuery',
  'query',
  'sql',
  'where',
];

/**
 * The ends of messages that name parts of the schema and nothing else. They are
 * what an operator needs to know, and what a driver adds after the statement.
 */
const HARMLESS = new RegExp(
  `(?:${[
    '(?:UNIQUE|NOT NULL) constraint failed: \\w+\\.\\w+(?:, \\w+\\.\\w+)*',
    'FOREIGN KEY constraint failed',
    'violates (?:unique|check|exclusion) constraint "\\w+"',
    'no such table: [\\w.]+',
    'table [`"]?\\w+[`"]? already exists',
    'relation "[\\w.]+" (?:does not exist|already exists)',
    'database is locked',
    'database or disk is full',
    'attempt to write a readonly database',
  ].join('|')})$`,
);

/**
 * Takes the statement and its values out of an error of the database, for good:
 * knex writes both into the message, and PostgreSQL repeats values in others.
 * What is left is the code, and what of the schema it is about.
 */
export function cleanDatabaseError(error: DriverError): void {
  if (cleaned.has(error)) {
    return;
  }
  cleaned.add(error);
  const { code, table, column, constraint } = error;
  const named = { table, column, constraint };
  const about = [
    error.message.match(HARMLESS)?.[0],
    ...Object.entries(named).map(
      ([name, value]) => value && `${name} ${value}`,
    ),
  ].filter(Boolean);
  const message = `The database refused a statement (${[code ?? 'no code', ...about].join(', ')})`;
  const frames = String(error.stack).match(/^ {4}at .*$/gm) ?? [];
  Object.defineProperties(error, {
    message: { value: message, configurable: true, writable: true },
    stack: {
      value: [`${error.name}: ${message}`, ...frames].join('\n'),
      configurable: true,
      writable: true,
    },
  });
  TELLTALE.forEach(name => Reflect.deleteProperty(error, name));
}

/** Whether the same work may well succeed when it is done again in a moment. */
export function passesSoon(error: unknown): boolean {
  const code = codeOf(error);
  return (
    /^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code) ||
    // serialization failure, deadlock, lock not available
    ['40001', '40P01', '55P03'].includes(code)
  );
}

/**
 * What is thrown to those who work with the store in place of an error: that the
 * database is away, busy or full, if that is what it says; else the error,
 * without the statement, if it comes from the database.
 */
export function asStoreError(error: unknown): unknown {
  if (!isError(error) || error instanceof UnavailableError) {
    return error;
  }
  if (isFromDatabase(error)) {
    cleanDatabaseError(error);
  }
  if (passesSoon(error)) {
    return new UnavailableError(
      'The desk’s data are being changed elsewhere; try again in a moment',
      { source: 'database', retryAfter: 2, failure: error },
    );
  }
  return isAway(error)
    ? new UnavailableError(
        'The desk cannot reach its data at the moment; try again later',
        { source: 'database', retryAfter: 30, failure: error },
      )
    : error;
}

/** Whether an error is a driver's answer to a statement. */
export function isFromDatabase(error: DriverError): boolean {
  return (
    cleaned.has(error) ||
    codeOf(error).startsWith('SQLITE_') ||
    (/^[0-9A-Z]{5}$/.test(codeOf(error)) && error.severity !== undefined)
  );
}

/**
 * Classes of PostgreSQL's codes that say it cannot work at the moment: its
 * connections, who may connect, its resources, its operator, its system.
 */
const AWAY_CLASSES = ['08', '28', '3D', '53', '57', '58'];

/** Read-only, and a session that was ended since it did nothing. */
const AWAY_CODES = ['25006', '25P03'];

const NETWORK_CODES = [
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
];

/** What knex, its pool and pg say of connections, without a code. */
const CONNECTION_TEXTS =
  /^(Connection terminated|Client (was closed|has encountered a connection error)|Query read timeout|timeout expired|timeout exceeded when trying to connect|Unable to acquire a connection|The database connection is not open|aborted$|Knex: Timeout acquiring a connection)/;

function isAway(error: DriverError): boolean {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_')) {
    return /^SQLITE_(FULL|IOERR|CANTOPEN|READONLY|NOMEM|INTERRUPT)/.test(code);
  }
  if (error.severity !== undefined) {
    return AWAY_CODES.includes(code) || AWAY_CLASSES.includes(code.slice(0, 2));
  }
  return (
    NETWORK_CODES.includes(code) ||
    error.syscall === 'connect' ||
    CONNECTION_TEXTS.test(error.message)
  );
}

function codeOf(error: unknown): string {
  return isError(error) && 'code' in error ? String(error.code) : '';
}
