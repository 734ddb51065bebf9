import {
  type TicketFilter,
  ticketFilterSchema,
} from '@portaldesk/plugin-tickets-common';

/** Filters that take several values. */
const LISTS = [
  'light',
  'status',
  'type',
  'category',
  'priority',
  'visibility',
  'channel',
  'rating',
  'requester',
  'organisation',
  'team',
  'assignee',
  'asset',
  'entity',
  'system',
  'tag',
  'field',
] as const;

const SINGLE = [
  'createdFrom',
  'createdTo',
  'updatedFrom',
  'updatedTo',
  'endedFrom',
  'endedTo',
  'dueFrom',
  'dueTo',
  'overdue',
  'unread',
  'watching',
  'text',
] as const;

/** More values of one filter than the desk takes are left out. */
const MOST_VALUES = 50;

/** The filters of a list, without the state, which is no chip. */
export type ListFilter = Omit<TicketFilter, 'state'>;

/** The name of a filter. */
export type FilterName = keyof ListFilter;

/** The name of every filter. */
export const FILTER_NAMES: readonly FilterName[] = [...LISTS, ...SINGLE];

/** Reads the filters of an address, without values that no desk can have. */
export function readFilter(params: URLSearchParams): ListFilter {
  const { shape } = ticketFilterSchema;
  const lists = LISTS.flatMap(name => {
    const values = params
      .getAll(name)
      .filter(value => shape[name].safeParse([value]).success)
      .slice(0, MOST_VALUES);
    return values.length > 0 ? [[name, values] as const] : [];
  });
  const single = SINGLE.flatMap(name => {
    const value = params.get(name);
    return value !== null && shape[name].safeParse(value).success
      ? [[name, value] as const]
      : [];
  });
  return ticketFilterSchema.parse(Object.fromEntries([...lists, ...single]));
}

/** Adds filters to an address. */
export function writeFilter(
  params: URLSearchParams,
  filter: Partial<Record<string, unknown>>,
): void {
  for (const [name, value] of Object.entries(filter)) {
    for (const item of [value].flat()) {
      if (item !== undefined && item !== '') {
        params.append(name, String(item));
      }
    }
  }
}

/** Whether any of the filters narrows the list. */
export function hasFilters(filter: ListFilter): boolean {
  return FILTER_NAMES.some(name => filter[name] !== undefined);
}
