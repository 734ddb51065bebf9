import { isError } from '@backstage/errors';
import {
  cleanDatabaseError,
  isFromDatabase,
} from '../store/database/databaseErrors';
import { UnavailableError } from '../store/UnavailableError';

/** Longer messages of other services do not help. */
const MAX_TEXT = 2_000;

/** Errors can have each other as their causes. */
const MAX_CAUSES = 5;

/**
 * An error for the log and audit events: without statements and values of a
 * database, and without responses of other services, which may repeat what was
 * sent to them.
 */
export function errorForLog(error: unknown): Error {
  if (error instanceof UnavailableError) {
    return errorForLog(error.failure);
  }
  const { name, stack } = isError(error) ? error : new Error();
  const text = textOf(error).slice(0, MAX_TEXT);
  const notified = new Error(text);
  notified.name = name;
  const frames = String(stack).match(/^ {4}at .*$/gm) ?? [];
  notified.stack = [`${name}: ${text}`, ...frames].join('\n');
  return notified;
}

function textOf(error: unknown, depth = 0): string {
  if (!isError(error)) {
    return typeof error === 'string' ? error : 'something that is no error';
  }
  if (isFromDatabase(error)) {
    cleanDatabaseError(error);
  }
  const { cause } = error;
  // of several addresses that did not answer there is only a code
  const message = error.message || ('code' in error ? String(error.code) : '');
  if (cause === undefined) {
    return message;
  }
  // errors of Backstage repeat their cause, as it was when they were made
  const [own] = message.split('; caused by ');
  if (error.name === 'ResponseError' || depth === MAX_CAUSES) {
    return `${own}; caused by ${isError(cause) ? cause.name : typeof cause}`;
  }
  const name = isError(cause) ? `${cause.name}: ` : '';
  return `${own}; caused by ${name}${textOf(cause, depth + 1)}`;
}
