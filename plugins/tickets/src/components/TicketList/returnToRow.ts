import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';
import { rowElement } from '../../ui';

const KEY = 'portaldesk.tickets.session.row';

/** Remembers from which row of a list a person went to a ticket. */
export function rememberRow(list: string, id: string): void {
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify({ list, id }));
  } catch {
    // the list then begins at its first row
  }
}

/** For the browser's history: the page of a list that a person comes back to. */
export function returnState(ticketCursors: string[]) {
  return { ticketCursors, isReturn: true };
}

function rememberedRow(list: string): string | undefined {
  try {
    const row = Object(JSON.parse(window.sessionStorage.getItem(KEY) ?? ''));
    return row.list === list && typeof row.id === 'string' ? row.id : undefined;
  } catch {
    return undefined;
  }
}

/** Puts the keyboard back to the row that a person comes back from. */
export function useReturnToRow(ids: readonly string[]): void {
  const { pathname, search, state } = useLocation();
  const isBack =
    useNavigationType() === 'POP' || Object(state).isReturn === true;
  const done = useRef(false);
  useEffect(() => {
    if (done.current || ids.length === 0) {
      return;
    }
    done.current = true;
    const id = isBack ? rememberedRow(`${pathname}${search}`) : undefined;
    if (id !== undefined) {
      const row = rowElement(id);
      row?.focus({ preventScroll: true });
      row?.scrollIntoView?.({ block: 'center' });
    }
  }, [ids, isBack, pathname, search]);
}
