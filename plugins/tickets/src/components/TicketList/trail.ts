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
  pageIndex: number,
): TicketTrail {
  const { cursor, ...asked } = query;
  return {
    list,
    query: asked,
    numbers: page.items.map(({ number }) => number),
    offset: pageIndex * (query.limit ?? page.items.length),
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
  const { list, query, numbers, offset, total, nextCursor, previousCursor } =
    Object(ticketTrail);
  const asked = listTicketsQuerySchema.partial().safeParse(query);
  return typeof list === 'string' &&
    asked.success &&
    Array.isArray(numbers) &&
    numbers.every(number => typeof number === 'string') &&
    typeof offset === 'number'
    ? {
        list,
        query: query as Partial<ListTicketsQuery>,
        numbers,
        offset,
        ...(typeof total === 'number' && { total }),
        ...(typeof nextCursor === 'string' && { nextCursor }),
        ...(typeof previousCursor === 'string' && { previousCursor }),
      }
    : undefined;
}
