import type { Person } from '../../domain/access/access';
import type { DeskStore } from '../../store/DeskStore';
import type { BlobLocation } from '../../store/files/StoredFile';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import { forgetElsewhere } from '../forgetElsewhere';
import { notifyOfDeletion } from '../notifications/notify';
import { requireVersion } from '../changeTicket';
import { removeBlobs } from '../scheduled/cleanUpFiles';
import type { DeskContext } from '../context';
import { removeFilesOfTicket } from '../attachments/files';
import { readableTicket, requireAction } from '../readableTicket';

/**
 * Removes a ticket for good, with all that belongs to it and the tickets that
 * were merged into it.
 */
export async function deleteTicket(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
): Promise<void> {
  const contents = await context.store.transaction(async store => {
    const found = await readableTicket(context, caller, target.ticket, key =>
      store.tickets.lock(key),
    );
    requireAction(context, found, 'delete');
    await requireVersion(context, store, found, target.version);
    return removeTicket(context, store, found.ticket, caller);
  });
  await removeBlobs(context, contents);
}

/**
 * Removes a ticket that is locked, with those that were merged into it, as part
 * of a transaction.
 *
 * @returns where the content of its files is, to be removed after the commit
 */
export async function removeTicket(
  context: DeskContext,
  store: DeskStore,
  ticket: StoredTicket,
  actor: Person,
): Promise<BlobLocation[]> {
  const merged = await store.tickets.idsMergedInto(ticket.id);
  await notifyOfDeletion(context, store, ticket, merged, actor);
  const origins = await store.messages.originsIn(ticket.id);
  await forgetElsewhere(context, store, ticket.id, origins);
  const orphaned: BlobLocation[] = [];
  for (const id of [...merged, ticket.id]) {
    orphaned.push(
      ...(await removeFilesOfTicket({ store, clock: context.clock }, id)),
    );
    await store.tickets.delete(id);
  }
  return orphaned;
}
