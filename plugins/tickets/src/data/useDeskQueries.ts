import { useApi } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { deskQueries } from './deskQueries';
import { ticketsApiRef } from './ticketsApiRef';

/** The {@link deskQueries} of the portal's desk. */
export function useDeskQueries() {
  const ticketsApi = useApi(ticketsApiRef);
  return useMemo(() => deskQueries(ticketsApi), [ticketsApi]);
}
