import { useApi } from '@backstage/core-plugin-api';
import type {
  FileTicketRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { IdempotencyKeys } from '../lib/IdempotencyKeys';
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
  // Sent again after an answer was lost, a ticket is still filed once.
  const [filingKeys] = useState(() => new IdempotencyKeys());
  return useMutation({
    mutationFn: (request: FileTicketRequest) =>
      ticketsApi.fileTicket(request, {
        idempotencyKey: filingKeys.keyOf(request),
      }),
    onSuccess: ticket => {
      filingKeys.forget();
      queryClient.setQueryData(keys.ticket(ticket.number), ticket);
      invalidateTickets(queryClient, new Set());
      onFiled(ticket);
    },
  });
}
