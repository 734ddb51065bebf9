import { useApi } from '@backstage/core-plugin-api';
import {
  MAX_COUNTED_VIEWS,
  type TicketsApi,
} from '@portaldesk/plugin-tickets-common';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type CountedView, keys } from './keys';
import { ticketsApiRef } from './ticketsApiRef';
import { useDeskQueries } from './useDeskQueries';

/** The saved views of the caller, then those of their teams. */
export function useSavedViews() {
  return useQuery(useDeskQueries().views());
}

/** How many tickets views have, as text: `12`, or `100+`; by the ids of the views. */
export function useViewCounts(
  views: readonly CountedView[],
): ReadonlyMap<string, string> {
  const { data } = useQuery(
    useDeskQueries().viewCounts(views.slice(0, MAX_COUNTED_VIEWS)),
  );
  return useMemo(
    () =>
      new Map(
        (data?.items ?? []).map(({ id, count, capped }) => [
          id,
          capped ? `${count}+` : String(count),
        ]),
      ),
    [data],
  );
}

/** Creates, changes or deletes a saved view, and reads them again. */
export function useViewChange<TVariables, TResult>(
  change: (ticketsApi: TicketsApi, variables: TVariables) => Promise<TResult>,
) {
  const ticketsApi = useApi(ticketsApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (variables: TVariables) => change(ticketsApi, variables),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.views }),
  });
}
