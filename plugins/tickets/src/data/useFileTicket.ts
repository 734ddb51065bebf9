import { useApi } from '@backstage/core-plugin-api';
import type {
  FileTicketRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { invalidateTickets } from './invalidation';
import { keys } from './keys';
import { ticketsApiRef } from './ticketsApiRef';

/**
 * Files a ticket.
 *
 * @param onFiled - called also when the screen that filed it is gone by then
 */
export function useFileTicket(onFiled: (ticket: Ticket) => void) {
  const ticketsApi = useApi(ticketsApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (request: FileTicketRequest) => ticketsApi.fileTicket(request),
    onSuccess: ticket => {
      queryClient.setQueryData(keys.ticket(ticket.number), ticket);
      invalidateTickets(queryClient, new Set());
      onFiled(ticket);
    },
  });
}
