import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { ticketsApiRef } from '../../data';
import { ticketRouteRef } from '../../routes';
import { rememberRow, returnState } from './returnToRow';
import { readTrail, type TicketTrail, trailState } from './trail';

/** The ticket that is on the screen, since its parts have addresses without a trail. */
let latest: { number: string; trail: TicketTrail } | undefined;

/**
 * Where in its list the ticket on the screen stands, and the way to its
 * neighbours there; undefined where it was not opened from a list.
 */
export function useTicketTrail(number: string, id: string | undefined) {
  const ticketsApi = useApi(ticketsApiRef);
  const navigate = useNavigate();
  const ticketPath = useRouteRef(ticketRouteRef);
  const { state } = useLocation();
  const [isLoading, setIsLoading] = useState(false);
  const trail =
    readTrail(state) ?? (latest?.number === number ? latest.trail : undefined);
  const index = trail?.numbers.indexOf(number) ?? -1;
  if (!trail || index < 0) {
    return undefined;
  }
  latest = { number, trail };

  const go = (to: number, from: TicketTrail) => {
    const target = from.numbers[to];
    if (target !== undefined) {
      // in place of this one, so that Back leads to the list
      navigate(ticketPath({ number: target }), {
        replace: true,
        state: trailState(from),
      });
    }
  };
  const extend = async (end: 'next' | 'previous', cursor: string) => {
    setIsLoading(true);
    try {
      const page = await ticketsApi.listTickets({ ...trail.query, cursor });
      const numbers = page.items.map(item => item.number);
      if (end === 'next') {
        go(index + 1, {
          ...trail,
          numbers: [...trail.numbers, ...numbers],
          nextCursor: page.nextCursor,
        });
      } else {
        go(numbers.length - 1, {
          ...trail,
          numbers: [...numbers, ...trail.numbers],
          offset: Math.max(0, trail.offset - numbers.length),
          previousCursor: page.previousCursor,
        });
      }
    } catch {
      // the list says what is wrong; here one can try again
    } finally {
      setIsLoading(false);
    }
  };
  const next = () =>
    index + 1 < trail.numbers.length
      ? go(index + 1, trail)
      : trail.nextCursor && extend('next', trail.nextCursor);
  const previous = () =>
    index > 0
      ? go(index - 1, trail)
      : trail.previousCursor && extend('previous', trail.previousCursor);

  return {
    list: trail.list,
    position: trail.offset + index + 1,
    total: trail.total,
    isLoading,
    hasNext: index + 1 < trail.numbers.length || trail.nextCursor !== undefined,
    hasPrevious: index > 0 || trail.previousCursor !== undefined,
    next: () => void next(),
    previous: () => void previous(),
    toList: () => {
      if (id !== undefined) {
        rememberRow(trail.list, id);
      }
      navigate(trail.list, { state: returnState(trail.cursors) });
    },
  };
}
