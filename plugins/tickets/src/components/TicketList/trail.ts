import {
  type ListTicketsQuery,
  listTicketsQuerySchema,
  type TicketPage,
} from '@portaldesk/plugin-tickets-common';

/**
 * Where in a list a ticket was opened. It stays with the entry in the browser's
 * history, so that each window and each way back has its own.
 */
export interface TicketTrail {
  /** The address of the list. */
  list: string;
  /** The cursors that led to its page, as its address does not hold them. */
  cursors: string[];
  /** What the list asked for, without its cursor. */
  query: Partial<ListTicketsQuery>;
  /** The numbers of tickets that follow each other in the list. */
  numbers: string[];
  /** How many tickets the list has before these. */
  offset: number;
  total?: number;
  nextCursor?: string;
  previousCursor?: string;
}

/** Makes the trail of what a page of a list shows. */
export function trailOf(
  list: string,
  query: Partial<ListTicketsQuery>,
  page: TicketPage,
  cursors: string[],
): TicketTrail {
  const { cursor, ...asked } = query;
  return {
    list,
    cursors,
    query: asked,
    numbers: page.items.map(({ number }) => number),
    offset: cursors.length * (query.limit ?? page.items.length),
    total: page.total,
    nextCursor: page.nextCursor,
    previousCursor: page.previousCursor,
  };
}

/** What goes into the browser's history. */
export function trailState(ticketTrail: TicketTrail) {
  return { ticketTrail };
}

/** Reads it; undefined: the ticket was not opened from a list. */
export function readTrail(historyState: unknown): TicketTrail | undefined {
  const { ticketTrail } = Object(historyState);
  const {
    list,
    cursors,
    query,
    numbers,
    offset,
    total,
    nextCursor,
    previousCursor,
  } = Object(ticketTrail);
  const asked = listTicketsQuerySchema.partial().safeParse(query);
  return typeof list === 'string' &&
    asked.success &&
    Array.isArray(cursors) &&
    cursors.every(cursor => typeof cursor === 'string') &&
    Array.isArray(numbers) &&
    numbers.every(number => typeof number === 'string') &&
    typeof offset === 'number'
    ? {
        list,
        cursors,
        query: query as Partial<ListTicketsQuery>,
        numbers,
        offset,
        ...(typeof total === 'number' && { total }),
        ...(typeof nextCursor === 'string' && { nextCursor }),
        ...(typeof previousCursor === 'string' && { previousCursor }),
      }
    : undefined;
}
