import {
  type Light,
  type ListTicketsQuery,
  lightSchema,
  MAX_PAGE_SIZE,
} from '@portaldesk/plugin-tickets-common';
import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';

/** The sizes of a page that people can choose. */
export const PAGE_SIZES = [10, 25, 50, MAX_PAGE_SIZE];
const DEFAULT_PAGE_SIZE = 25;

/** The orders that people can choose. */
export const SORTS = [
  'updatedAt-desc',
  'updatedAt-asc',
  'createdAt-desc',
  'createdAt-asc',
] as const;

/** One of {@link SORTS}. */
export type Sort = (typeof SORTS)[number];

/** The filters that people set by chips. */
export interface ChipFilter {
  light: Light[];
  category: string[];
  priority: string[];
  asset: string[];
}

/** Which tickets the page shows, as its address says. */
export interface ListState extends ChipFilter {
  view?: string;
  team?: string;
  state: 'open' | 'closed' | 'all';
  sort: Sort;
  limit: number;
  /** The cursors that led here, page by page; none on the first page. */
  cursors: string[];
}

/** New values of some parameters; an empty one leaves the address. */
export type ListChange = Partial<
  Omit<ListState, 'limit' | 'cursors'> & { limit: number | undefined }
>;

/**
 * Keeps view, filter and sorting in the address of the page, so that they can be
 * shared and gone back to. Cursors are of no use to others: they stay with the
 * entry in the browser's history.
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
export function pagingOf(state: ListState): Partial<ListTicketsQuery> {
  const [sort, order] = state.sort.split('-');
  return {
    sort: sort === 'createdAt' ? 'createdAt' : 'updatedAt',
    order: order === 'asc' ? 'asc' : 'desc',
    limit: state.limit,
    cursor: state.cursors.at(-1),
    total: true,
  };
}

/** The part of the query that the chips set. */
export function chipsOf(state: ChipFilter): Partial<ListTicketsQuery> {
  const some = <T>(values: T[]) => (values.length > 0 ? values : undefined);
  return {
    light: some(state.light),
    category: some(state.category),
    priority: some(state.priority),
    asset: some(state.asset),
  };
}

/** Whether any chip narrows the list. */
export function hasChips(state: ChipFilter): boolean {
  return Object.values(chipsOf(state)).some(value => value !== undefined);
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

function readState(params: URLSearchParams, cursors: string[]): ListState {
  const state = params.get('state');
  const limit = Number(params.get('limit'));
  return {
    view: params.get('view') ?? undefined,
    team: params.get('team') ?? undefined,
    state: state === 'closed' || state === 'all' ? state : 'open',
    sort: SORTS.find(sort => sort === params.get('sort')) ?? SORTS[0],
    limit: PAGE_SIZES.includes(limit) ? limit : DEFAULT_PAGE_SIZE,
    light: lightSchema.options.filter(light =>
      params.getAll('light').includes(light),
    ),
    category: params.getAll('category'),
    priority: params.getAll('priority'),
    asset: params.getAll('asset'),
    cursors,
  };
}

function withChange(previous: URLSearchParams, part: ListChange) {
  const next = new URLSearchParams(previous);
  for (const [name, value] of Object.entries(part)) {
    next.delete(name);
    for (const item of [value].flat()) {
      if (item !== undefined && item !== '') {
        next.append(name, String(item));
      }
    }
  }
  return next;
}
