import type {
  ListTicketsQuery,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useCallback, useMemo, useRef, useState } from 'react';

/** Of a ticket, what a change of many needs to know. */
export type SelectedTicket = Pick<Ticket, 'id' | 'number' | 'subject'>;

/** Which tickets of a list are selected. */
export interface TicketSelection {
  /**
   * Single ones, in the order in which they were chosen; or all that the filter
   * finds, on every page, less those that were taken out again.
   */
  readonly what:
    | { readonly type: 'some'; readonly tickets: readonly SelectedTicket[] }
    | {
        readonly type: 'all';
        readonly query: Partial<ListTicketsQuery>;
        readonly without: ReadonlySet<string>;
      };
  /** How many; of all, as far as the list has counted. */
  readonly count: number;
  isSelected: (id: string) => boolean;
  toggle: (id: string, extend: boolean) => void;
  togglePage: () => void;
  selectAll: () => void;
  clear: () => void;
  /** How much of the page is selected. */
  readonly page: 'all' | 'some' | 'none';
}

interface Chosen {
  /** What the list was about; another list has another selection. */
  readonly list: string;
  readonly some: ReadonlyMap<string, SelectedTicket>;
  /** Set when all are selected: those that are not. */
  readonly without?: ReadonlySet<string>;
}

/**
 * Keeps which tickets of a list are selected, also from page to page. Another
 * filter begins with none.
 *
 * @param items - the tickets of the page
 */
export function useTicketSelection(
  items: readonly Ticket[],
  query: Partial<ListTicketsQuery>,
  total: number,
): TicketSelection {
  const { cursor, limit, total: counts, sort, order, ...filter } = query;
  const list = JSON.stringify(filter);
  const none = useMemo<Chosen>(() => ({ list, some: new Map() }), [list]);
  const [kept, setKept] = useState(none);
  const chosen = kept.list === list ? kept : none;
  const { some, without } = chosen;
  const anchor = useRef<string>();

  const isSelected = useCallback(
    (id: string) => (without ? !without.has(id) : some.has(id)),
    [some, without],
  );
  const set = (tickets: readonly Ticket[], isOn: boolean) => {
    if (without) {
      const left = new Set(without);
      tickets.forEach(({ id }) => (isOn ? left.delete(id) : left.add(id)));
      setKept({ ...chosen, without: left });
    } else {
      const left = new Map(some);
      tickets.forEach(({ id, number, subject }) =>
        isOn ? left.set(id, { id, number, subject }) : left.delete(id),
      );
      setKept({ ...chosen, some: left });
    }
  };
  const selected = items.filter(({ id }) => isSelected(id)).length;
  const page = () => {
    if (selected === 0) {
      return 'none';
    }
    return selected === items.length ? 'all' : 'some';
  };

  return {
    what: without
      ? { type: 'all', query: filter, without }
      : { type: 'some', tickets: [...some.values()] },
    count: without ? Math.max(0, total - without.size) : some.size,
    isSelected,
    page: page(),
    toggle: (id, extend) => {
      const at = items.findIndex(item => item.id === id);
      const from = items.findIndex(item => item.id === anchor.current);
      if (extend && from >= 0 && at >= 0) {
        const [first, last] = from < at ? [from, at] : [at, from];
        set(items.slice(first, last + 1), true);
      } else {
        set(
          items.filter(item => item.id === id),
          !isSelected(id),
        );
      }
      anchor.current = id;
    },
    togglePage: () => set(items, page() !== 'all'),
    selectAll: () => setKept({ ...none, without: new Set() }),
    clear: () => setKept(none),
  };
}
