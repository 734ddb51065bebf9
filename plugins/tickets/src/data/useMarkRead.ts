import { useApi } from '@backstage/core-plugin-api';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { focusManager, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { invalidateTickets } from './invalidation';
import { keys } from './keys';
import { ticketsApiRef } from './ticketsApiRef';

const onFocusChange = (listener: () => void) =>
  focusManager.subscribe(listener);

/**
 * Tells the desk that a ticket was read as it is on the screen: each version
 * once, and not before a person looks at the page. Where that does not work,
 * the ticket is unread until its next change.
 */
export function useMarkRead(ticket: Ticket): void {
  const { id, number, version } = ticket;
  const ticketsApi = useApi(ticketsApiRef);
  const queryClient = useQueryClient();
  const isLookedAt = useSyncExternalStore(onFocusChange, () =>
    focusManager.isFocused(),
  );
  useEffect(() => {
    if (!isLookedAt) {
      return;
    }
    ticketsApi.markRead(number).then(
      read => {
        if (read.version > version) {
          // the workflow has reacted
          void invalidateTickets(queryClient, new Set([id]));
        }
        for (const queryKey of [keys.lists, keys.counts]) {
          void queryClient.invalidateQueries({ queryKey, refetchType: 'none' });
        }
      },
      () => {},
    );
  }, [ticketsApi, queryClient, id, number, version, isLookedAt]);
}
