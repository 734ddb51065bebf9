import { useApi } from '@backstage/core-plugin-api';
import type { TicketsApi } from '@portaldesk/plugin-tickets-common';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { LiveUpdates } from './live/LiveUpdates';
import { useSignals } from './live/useSignals';
import { createQueryClient } from './queryClient';
import { ticketsApiRef } from './ticketsApiRef';

interface DeskCache {
  readonly queryClient: QueryClient;
  readonly liveUpdates: LiveUpdates;
}

/** One cache per desk, shared by the page, the tab and the card. */
const caches = new WeakMap<TicketsApi, DeskCache>();

function cacheOf(ticketsApi: TicketsApi): DeskCache {
  const known = caches.get(ticketsApi);
  if (known) {
    return known;
  }
  const queryClient = createQueryClient();
  const created = { queryClient, liveUpdates: new LiveUpdates(queryClient) };
  caches.set(ticketsApi, created);
  return created;
}

/** Gives the screens in it the cache of the desk, and nobody else. */
export function TicketsProvider(props: PropsWithChildren<{}>) {
  const { queryClient, liveUpdates } = cacheOf(useApi(ticketsApiRef));
  useSignals(liveUpdates.onSignal);
  return (
    <QueryClientProvider client={queryClient}>
      {props.children}
    </QueryClientProvider>
  );
}
