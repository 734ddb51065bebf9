import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { rowElement } from '../../ui';
import { useKeys } from '../shortcuts';
import { SEARCH_FIELD } from './ListSearch';

/** Leads through a list by single keys; `ShortcutHelp` explains them. */
export function useListKeys(props: {
  items: readonly Ticket[];
  /** The row that the keyboard is at. */
  current: Ticket | undefined;
  /** @param more - goes into the browser's history */
  onOpen: (ticket: Ticket, more: object) => void;
  /** Absent: rows cannot be selected. */
  onToggle?: (id: string, extend: boolean) => void;
}): void {
  const { items, current, onToggle } = props;
  const step = (by: 1 | -1) => {
    const at = items.findIndex(({ id }) => id === current?.id);
    const next = at < 0 ? items[0] : items[at + by];
    if (next) {
      rowElement(next.id)?.focus();
    }
  };
  const compose = (kind: 'reply' | 'note') =>
    current && props.onOpen(current, { compose: kind });
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    r: () => compose('reply'),
    n: () => compose('note'),
    x: onToggle && current ? () => onToggle(current.id, false) : undefined,
    '/': () =>
      document.querySelector<HTMLElement>(`#${SEARCH_FIELD} input`)?.focus(),
  });
}
