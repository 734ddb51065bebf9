import { useApi } from '@backstage/core-plugin-api';
import type { BulkChange, TicketsApi } from '@portaldesk/plugin-tickets-common';
import { ticketsApiRef } from '../ticketsApiRef';
import { type BulkOutcome, type BulkTicket, failedOutcome } from './bulkOutcome';
import { useBulkRun } from './useBulkRun';

/** So many tickets at once: few enough to see how it goes on. */
const STEP = 20;

/** Makes one change to many tickets. */
export function useBulkChange() {
  const ticketsApi = useApi(ticketsApiRef);
  const { run, ...bulk } = useBulkRun();
  return {
    ...bulk,
    run: (tickets: readonly BulkTicket[], change: BulkChange) =>
      run(tickets, STEP, step => changeSome(ticketsApi, step, change)),
  };
}

async function changeSome(
  ticketsApi: TicketsApi,
  tickets: readonly BulkTicket[],
  change: BulkChange,
): Promise<BulkOutcome[]> {
  try {
    const { items } = await ticketsApi.changeTickets({
      tickets: tickets.map(({ id }) => id),
      change,
    });
    return tickets.map(ticket => {
      const result = items.find(item => item.ticket === ticket.id);
      return {
        ticket,
        error: result?.error,
        version: result?.version,
        before: result?.before,
      };
    });
  } catch (error) {
    return tickets.map(ticket => failedOutcome(ticket, error));
  }
}
