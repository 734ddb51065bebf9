import { useApi } from '@backstage/core-plugin-api';
import type { ExportTicketsQuery } from '@portaldesk/plugin-tickets-common';
import { useMutation } from '@tanstack/react-query';
import { ticketsApiRef } from './ticketsApiRef';

/** Reads all tickets that a filter finds, as the file that the desk makes of them. */
export function useTicketExport() {
  const ticketsApi = useApi(ticketsApiRef);
  return useMutation({
    mutationFn: async (query: Partial<ExportTicketsQuery>) =>
      new Response(await ticketsApi.exportTickets(query)).blob(),
  });
}
