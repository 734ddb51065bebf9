import type { CountedKind, OpaqueIds } from './opaque/OpaqueIds';
import { InvalidRequestError, issueAt } from './errors';

/**
 * A cursor through what belongs to a ticket is the id of an entry.
 *
 * @returns the number of its row
 * @throws InvalidRequestError at `query.cursor`
 */
export function readEntryCursor(
  ids: OpaqueIds,
  kind: CountedKind,
  cursor: string | undefined,
): string | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const number = ids.numberOf(kind, cursor);
  if (number === undefined) {
    throw unusableCursor();
  }
  return number;
}

export function unusableCursor(): InvalidRequestError {
  return new InvalidRequestError([
    issueAt(
      'query.cursor',
      'is not a cursor of this list; start with the first page',
      'unknown-cursor',
    ),
  ]);
}
