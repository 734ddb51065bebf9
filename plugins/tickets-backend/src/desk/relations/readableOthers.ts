import type { Scope } from '../../domain/access/access';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { DeskStore } from '../../store/DeskStore';
import { ticketAccess } from '../present';

/**
 * The tickets that the caller may read, by the given ids. The id of a merged
 * ticket leads to the one it was merged into.
 */
export async function readableOthers(
  store: DeskStore,
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, StoredTicket>> {
  const known = await withMerged(store, ids);
  const readable = new Map<string, StoredTicket>();
  for (const id of ids) {
    const ticket = follow(known, id);
    if (ticket && ticketAccess(scope, ticket).read) {
      readable.set(id, ticket);
    }
  }
  return readable;
}

/** The tickets, and those that lie on the way from them to where they went. */
async function withMerged(
  store: DeskStore,
  ids: readonly string[],
): Promise<Map<string, StoredTicket>> {
  const known = new Map<string, StoredTicket>();
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    const found = await store.tickets.findByIds(wanted);
    found.forEach(ticket => known.set(ticket.id, ticket));
    const next = found.flatMap(({ mergedInto }) => mergedInto ?? []);
    wanted = [...new Set(next)].filter(id => !known.has(id));
  }
  return known;
}

function follow(
  known: ReadonlyMap<string, StoredTicket>,
  id: string,
): StoredTicket | undefined {
  const ticket = known.get(id);
  return ticket?.mergedInto ? follow(known, ticket.mergedInto) : ticket;
}
