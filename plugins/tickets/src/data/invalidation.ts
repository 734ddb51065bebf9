import { focusManager, type QueryClient } from '@tanstack/react-query';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { keys } from './keys';

/**
 * After a change by this person: every ticket, since a change may reach linked
 * ones, the lists and the counts. Resolves when what is on the screen is fresh.
 */
export async function invalidateAll(queryClient: QueryClient): Promise<void> {
  await Promise.all(
    [keys.tickets, keys.lists, keys.counts].map(queryKey =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );
}

/**
 * After a change by another person: the named tickets, and the lists and counts,
 * which any ticket may enter or leave. A page in the background refetches when the
 * reader comes back to it.
 *
 * @param ids - of the tickets, not their numbers
 */
export async function invalidateTickets(
  queryClient: QueryClient,
  ids: ReadonlySet<string>,
): Promise<void> {
  const refetchType = focusManager.isFocused() ? 'active' : 'none';
  // the conversation and the history stand under the ticket's number, however its
  // page was opened: by an id, or by a number that was merged into it
  const names = queryClient
    .getQueriesData<Ticket>({ queryKey: keys.tickets })
    .flatMap(([[, name], data]) =>
      data && ids.has(data.id) ? [String(name), data.number] : [],
    );
  const changed = [...new Set(names)].map(keys.ticket);
  await Promise.all(
    [...changed, keys.lists, keys.counts].map(queryKey =>
      queryClient.invalidateQueries({ queryKey, refetchType }),
    ),
  );
}
