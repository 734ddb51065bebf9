import { useEffect, useRef, useState } from 'react';
import type { ListSelection, SelectedTicket } from '../../../components';
import { useAllTickets } from '../../../data';

/** The tickets that a selection means; of all that are found, they are read first. */
export function useSelectedTickets(what: ListSelection['selection']['what']): {
  tickets: readonly SelectedTicket[] | undefined;
  isPending: boolean;
  /** Why they could not be read. */
  error: Error | undefined;
} {
  const readAll = useRef(useAllTickets());
  const [tickets, setTickets] = useState(
    what.type === 'some' ? what.tickets : undefined,
  );
  const [error, setError] = useState<Error>();
  // what was selected when the dialog opened is meant, whatever comes later
  const [asked] = useState(what);
  useEffect(() => {
    if (asked.type === 'some') {
      return undefined;
    }
    const aborter = new AbortController();
    readAll.current(asked.query, aborter.signal).then(
      found => setTickets(found.filter(({ id }) => !asked.without.has(id))),
      cause => aborter.signal.aborted || setError(cause),
    );
    return () => aborter.abort();
  }, [asked]);
  return { tickets, isPending: !tickets && error === undefined, error };
}
