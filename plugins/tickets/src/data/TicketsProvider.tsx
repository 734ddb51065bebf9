import { useApi } from '@backstage/core-plugin-api';
import type { TicketsApi } from '@portaldesk/plugin-tickets-common';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { statusCodeOf } from './errors';
import { ticketsApiRef } from './ticketsApiRef';

const STALE_AFTER = 10_000;

/** One cache per desk, shared by the page, the tab and the card. */
const queryClients = new WeakMap<TicketsApi, QueryClient>();

function queryClientOf(ticketsApi: TicketsApi): QueryClient {
  const known = queryClients.get(ticketsApi);
  if (known) {
    return known;
  }
  const created = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_AFTER,
        // What the desk refused it will refuse again.
        retry: (failures, error) => {
          const statusCode = statusCodeOf(error);
          return failures < 1 && statusCode !== undefined && statusCode >= 500;
        },
      },
    },
  });
  queryClients.set(ticketsApi, created);
  return created;
}

/** Gives the screens in it the cache of the desk, and nobody else. */
export function TicketsProvider(props: PropsWithChildren<{}>) {
  const ticketsApi = useApi(ticketsApiRef);
  return (
    <QueryClientProvider client={queryClientOf(ticketsApi)}>
      {props.children}
    </QueryClientProvider>
  );
}
