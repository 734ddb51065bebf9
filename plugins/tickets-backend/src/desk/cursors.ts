import { z } from 'zod';
import type {
  SortKey,
  StoredTicket,
  TicketPosition,
} from '../store/TicketStore';
import { InvalidRequestError } from './errors';

interface ListShape {
  readonly sort: SortKey;
  readonly order: 'asc' | 'desc';
}

const ticketCursorSchema = z.tuple([
  z.enum(['createdAt', 'updatedAt']),
  z.enum(['asc', 'desc']),
  z.iso.datetime(),
  z.uuid(),
]);

/** A cursor leads on from a ticket, in a list that is sorted in the same way. */
export function writeTicketCursor(
  { sort, order }: ListShape,
  ticket: StoredTicket,
): string {
  const cursor = [sort, order, ticket[sort].toISOString(), ticket.id];
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws InvalidRequestError at `query.cursor` */
export function readTicketCursor(
  list: ListShape,
  cursor: string,
): TicketPosition {
  const parsed = ticketCursorSchema.safeParse(jsonOf(cursor));
  if (
    !parsed.success ||
    parsed.data[0] !== list.sort ||
    parsed.data[1] !== list.order
  ) {
    throw unusableCursor();
  }
  const [, , at, id] = parsed.data;
  return { at: new Date(at), id };
}

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

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function unusableCursor(): InvalidRequestError {
  return new InvalidRequestError([
    {
      path: 'query.cursor',
      message: 'is not a cursor of this list; begin with the first page',
    },
  ]);
}
