import {
  type ListTicketsQuery,
  MAX_PAGE_SIZE,
  type TicketSort,
  ticketSortSchema,
} from '@portaldesk/plugin-tickets-common';
import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { type ListFilter, readFilter, writeFilter } from './listFilter';

/** The sizes of a page that people can choose. */
export const PAGE_SIZES = [10, 25, 50, MAX_PAGE_SIZE];
const DEFAULT_PAGE_SIZE = 25;

/** What a list is sorted by, and in which order. */
export type Sort = `${TicketSort}-${'asc' | 'desc'}`;

/** The order of a list where nothing names another one. */
export const DEFAULT_SORT: Sort = 'updatedAt-desc';

/** Which tickets are shown: `archived` ones are in no other list. */
export const LIST_STATES = ['open', 'closed', 'archived', 'all'] as const;

/** One of {@link LIST_STATES}. */
export type TicketListState = (typeof LIST_STATES)[number];

/** What of the tickets a person wants to see, as the address of the page says. */
export interface ListState {
  /** The id of one of the list's own views. */
  view?: string;
  /** The id of a saved view. */
  saved?: string;
  state: TicketListState;
  filter: ListFilter;
  sort?: Sort;
  limit: number;
  /** The cursors that led here, page by page; none on the first page. */
  cursors: string[];
}

/** New values of some parameters; an empty one leaves the address. */
export type ListChange = ListFilter & {
  view?: string;
  saved?: string;
  state?: TicketListState;
  sort?: Sort;
  limit?: number;
};

/**
 * Keeps what a person wants to see in the address of the page, so that it can
 * be shared and gone back to. The cursors are of no use to others: they stay
 * with the entry in the browser's history.
 */
export function useListState() {
  const [params, setParams] = useSearchParams();
  const cursors = readCursors(useLocation().state);

  const state = useMemo(() => readState(params, cursors), [params, cursors]);

  const change = useCallback(
    (part: ListChange, options?: { push?: boolean }) =>
      setParams(previous => withChange(previous, part), {
        replace: !options?.push,
      }),
    [setParams],
  );

  const goTo = useCallback(
    (next: string[]) => setParams(previous => previous, cursorState(next)),
    [setParams],
  );

  return { state, change, goTo };
}

/** The part of the query that sorts and pages. */
export function pagingOf(
  state: ListState,
  defaultSort: Sort = DEFAULT_SORT,
): Partial<ListTicketsQuery> {
  return {
    ...sortOf(state.sort ?? defaultSort),
    limit: state.limit,
    cursor: state.cursors.at(-1),
    total: true,
  };
}

/** The two parts of an order. */
export function sortOf(text: Sort): Pick<ListTicketsQuery, 'sort' | 'order'> {
  const [sort, order] = text.split('-');
  return {
    sort: ticketSortSchema.parse(sort),
    order: order === 'asc' ? 'asc' : 'desc',
  };
}

/** The filter that a state of the list means; undefined: not named. */
export function stateFilterOf(state: TicketListState) {
  return { state: state === 'all' ? undefined : state };
}

const NO_CURSORS: string[] = [];

function readCursors(historyState: unknown): string[] {
  const { ticketCursors } = Object(historyState);
  return Array.isArray(ticketCursors) && ticketCursors.every(isString)
    ? ticketCursors
    : NO_CURSORS;
}

function cursorState(ticketCursors: string[]) {
  return { state: { ticketCursors } };
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isSort(text: string | null): text is Sort {
  const [sort, order, ...more] = (text ?? '').split('-');
  return (
    more.length === 0 &&
    ticketSortSchema.safeParse(sort).success &&
    ['asc', 'desc'].includes(order)
  );
}

function readState(params: URLSearchParams, cursors: string[]): ListState {
  const state = params.get('state');
  const limit = Number(params.get('limit'));
  const sort = params.get('sort');
  return {
    view: params.get('view') ?? undefined,
    saved: params.get('saved') ?? undefined,
    state: LIST_STATES.find(known => known === state) ?? 'open',
    filter: readFilter(params),
    sort: isSort(sort) ? sort : undefined,
    limit: PAGE_SIZES.includes(limit) ? limit : DEFAULT_PAGE_SIZE,
    cursors,
  };
}

function withChange(previous: URLSearchParams, part: ListChange) {
  const next = new URLSearchParams(previous);
  Object.keys(part).forEach(name => next.delete(name));
  writeFilter(next, { ...part });
  return next;
}
