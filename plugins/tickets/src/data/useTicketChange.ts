import { useApi } from '@backstage/core-plugin-api';
import type {
  Message,
  Ticket,
  TicketsApi,
} from '@portaldesk/plugin-tickets-common';
import {
  useIsMutating,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { isMissing, isStale } from './errors';
import { invalidateAll } from './invalidation';
import { keys } from './keys';
import { ticketsApiRef } from './ticketsApiRef';

/** How one change is asked of the desk. */
export type Change<TVariables> = (
  ticketsApi: TicketsApi,
  variables: TVariables,
  options: { version: number },
) => Promise<Ticket | Message>;

/**
 * Changes a ticket that is on the screen, as the version that is shown. It
 * counts as pending until the screen shows the result. When another person was
 * faster, the ticket is reloaded, too.
 *
 * @returns also whether any change of the ticket `isUnderWay`, since the next
 *   one has to start from what comes of it
 */
export function useTicketChange<TVariables = void>(
  ticket: Ticket,
  change: Change<TVariables>,
) {
  const ticketsApi = useApi(ticketsApiRef);
  const queryClient = useQueryClient();

  const reload = () => invalidateAll(queryClient);
  const mutationKey = keys.changes(ticket.number);
  const isUnderWay = useIsMutating({ mutationKey }) > 0;
  const mutation = useMutation({
    mutationKey,
    mutationFn: (variables: TVariables) =>
      change(ticketsApi, variables, { version: ticket.version }),
    onSuccess: reload,
    onError: error =>
      isStale(error) || isMissing(error) ? reload() : undefined,
  });
  return { ...mutation, isUnderWay };
}
