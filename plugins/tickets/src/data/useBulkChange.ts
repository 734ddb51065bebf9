import { useApi } from '@backstage/core-plugin-api';
import type {
  BulkChange,
  BulkResult,
  ListTicketsQuery,
  Ticket,
  TicketsApi,
} from '@portaldesk/plugin-tickets-common';
import { MAX_PAGE_SIZE } from '@portaldesk/plugin-tickets-common';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { messageOf } from './errors';
import { invalidateAll } from './invalidation';
import { ticketsApiRef } from './ticketsApiRef';

type Changed = Pick<Ticket, 'id' | 'number' | 'subject'>;

/** So many tickets at once: few enough to see how it goes on. */
const STEP = 20;

/** What became of one of the tickets. */
export interface BulkOutcome {
  ticket: Changed;
  /** Why it was not changed; absent: it was. */
  error?: BulkResult['error'];
}

/** How far a change of many tickets got. */
export interface BulkProgress {
  isRunning: boolean;
  total: number;
  outcomes: readonly BulkOutcome[];
}

/**
 * Makes one change to many tickets, some at a time. What fails does not keep the
 * others from being changed.
 */
export function useBulkChange() {
  const ticketsApi = useApi(ticketsApiRef);
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<BulkProgress>();
  const stopped = useRef(false);
  // what runs goes on to the end of its step, and no further
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );

  const run = async (tickets: readonly Changed[], change: BulkChange) => {
    stopped.current = false;
    const outcomes: BulkOutcome[] = [];
    const report = (isRunning: boolean) =>
      setProgress({ isRunning, total: tickets.length, outcomes: [...outcomes] });
    report(true);
    for (let at = 0; at < tickets.length && !stopped.current; at += STEP) {
      const step = tickets.slice(at, at + STEP);
      outcomes.push(...(await changeSome(ticketsApi, step, change)));
      report(true);
    }
    await invalidateAll(queryClient);
    report(false);
  };
  return {
    progress,
    run,
    stop: () => {
      stopped.current = true;
    },
  };
}

async function changeSome(
  ticketsApi: TicketsApi,
  tickets: readonly Changed[],
  change: BulkChange,
): Promise<BulkOutcome[]> {
  try {
    const { items } = await ticketsApi.changeTickets({
      tickets: tickets.map(({ id }) => id),
      change,
    });
    return tickets.map(ticket => ({
      ticket,
      error: items.find(item => item.ticket === ticket.id)?.error,
    }));
  } catch (error) {
    const name = error instanceof Error ? error.name : 'Error';
    return tickets.map(ticket => ({
      ticket,
      error: { name, message: messageOf(error) },
    }));
  }
}

/**
 * Reads all tickets that a filter finds, page by page, from the oldest, so that
 * new ones push none out of sight.
 */
export function useAllTickets() {
  const ticketsApi = useApi(ticketsApiRef);
  return async (
    query: Partial<ListTicketsQuery>,
    signal: AbortSignal,
  ): Promise<Changed[]> => {
    const found: Changed[] = [];
    let cursor: string | undefined;
    do {
      const page = await ticketsApi.listTickets(
        {
          ...query,
          sort: 'createdAt',
          order: 'asc',
          limit: MAX_PAGE_SIZE,
          cursor,
        },
        { signal },
      );
      found.push(
        ...page.items.map(({ id, number, subject }) => ({
          id,
          number,
          subject,
        })),
      );
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return found;
  };
}
