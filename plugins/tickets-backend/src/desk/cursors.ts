import { InvalidRequestError } from './errors';

/**
 * A cursor through what belongs to a ticket is the id of an entry.
 *
 * @throws InvalidRequestError at `query.cursor`
 */
export function readEntryCursor(
  cursor: string | undefined,
): string | undefined {
  if (cursor !== undefined && !/^[1-9]\d{0,17}$/.test(cursor)) {
    throw unusableCursor();
  }
  return cursor;
}

export function unusableCursor(): InvalidRequestError {
  return new InvalidRequestError([
    {
      path: 'query.cursor',
      message: 'is not a cursor of this list; begin with the first page',
    },
  ]);
}
