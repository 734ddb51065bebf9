import { useApi } from '@backstage/core-plugin-api';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { ticketsApiRef } from './ticketsApiRef';

/**
 * Looks up a ticket by its number, or by a number that was merged into it. Null
 * where there is none for the caller, and where the desk does not say.
 */
export function useFindTicket(): (number: string) => Promise<Ticket | null> {
  const ticketsApi = useApi(ticketsApiRef);
  return number => ticketsApi.getTicket(number).catch(() => null);
}
