import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import { statusCodeOf } from '../errors';
import { keys } from '../keys';
import { retry } from '../queryClient';
import { refetchInterval } from '../refetchInterval';
import { ticketsApiRef } from '../ticketsApiRef';
import { MailClient } from './MailClient';

/** Talks to the email module of the desk. */
export function useMailClient(): MailClient {
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  return useMemo(
    () => new MailClient({ discoveryApi, fetchApi }),
    [discoveryApi, fetchApi],
  );
}

/** A portal without the module says so at once. */
const retryUnlessMissing = (failures: number, error: Error) =>
  statusCodeOf(error) !== 404 && retry(failures, error);

/** The mails that were not taken in, newest first. */
export function useQuarantine(options: { enabled?: boolean } = {}) {
  const client = useMailClient();
  return useInfiniteQuery({
    queryKey: keys.quarantine,
    queryFn: ({ pageParam, signal }) =>
      client.listQuarantine(pageParam, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ before }) => before,
    enabled: options.enabled,
    retry: retryUnlessMissing,
    refetchInterval,
  });
}

/** Whether the desk has mail, as far as is known; for admins. */
export function useHasMail(isAdmin: boolean): boolean {
  return useQuarantine({ enabled: isAdmin }).data !== undefined && isAdmin;
}

/** What a mail in quarantine says. */
export function useQuarantinedMail(id: number) {
  const client = useMailClient();
  return useQuery({
    queryKey: keys.quarantined(id),
    queryFn: ({ signal }) => client.getQuarantined(id, signal),
    staleTime: Infinity,
  });
}

/** The mails that did not arrive, newest first. */
export function useTroubledMails() {
  const client = useMailClient();
  return useInfiniteQuery({
    queryKey: keys.troubledMails,
    queryFn: ({ pageParam, signal }) => client.listTroubled(pageParam, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ before }) => before,
    refetchInterval,
  });
}

/** The addresses that nothing is sent to. */
export function useDeadAddresses() {
  const client = useMailClient();
  return useQuery({
    queryKey: keys.deadAddresses,
    queryFn: ({ signal }) => client.listDeadAddresses(signal),
    refetchInterval,
  });
}

/** Notifications by mail that no attempt delivered, which the desk keeps. */
export function useFailedMails() {
  const ticketsApi = useApi(ticketsApiRef);
  return useQuery({
    queryKey: keys.failedMails,
    queryFn: async ({ signal }) => {
      const { items } = await ticketsApi.listFailedNotifications(
        { limit: 100 },
        { signal },
      );
      return items.filter(({ channel }) => channel === 'email');
    },
    refetchInterval,
  });
}

/** Does something with mails, and reads all lists of mails again. */
export function useMailChange<TVariables>(
  change: (client: MailClient, variables: TVariables) => Promise<unknown>,
) {
  const client = useMailClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (variables: TVariables) => change(client, variables),
    // not awaited: who asked hears of it before what they asked for is gone
    onSettled: () => {
      queryClient.invalidateQueries({ queryKey: keys.mails });
    },
  });
}

/** How the reader wants to be mailed; nothing where the desk has no mail. */
export function useMailMode() {
  const client = useMailClient();
  return useQuery({
    queryKey: keys.mailMode,
    queryFn: ({ signal }) => client.getMode(signal),
    staleTime: Infinity,
    // what only offers a setting can be missing for once
    retry: false,
  });
}

/** The mails about a ticket; for those who see it from inside. */
export function useTicketMails(
  number: string,
  options: { enabled: boolean },
) {
  const client = useMailClient();
  return useQuery({
    queryKey: keys.ticketMails(number),
    queryFn: ({ signal }) => client.getTicketMails(number, signal),
    enabled: options.enabled,
    retry: retryUnlessMissing,
    refetchInterval,
  });
}
