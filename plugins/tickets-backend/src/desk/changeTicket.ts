import type { Ticket, TicketAction } from '@portaldesk/plugin-tickets-common';
import type { Access } from '../domain/access';
import { TicketChange } from '../domain/TicketChange';
import type { StoredTicket, TicketStore } from '../store/TicketStore';
import type { Caller } from './Caller';
import type { TicketTarget } from './Desk';
import type { DeskContext } from './context';
import { StaleTicketError } from './errors';
import { presentEvent, presentTicket } from './present';
import { readableTicket, requireAction } from './readableTicket';

/** What a use case has at hand while it changes a ticket. */
export interface ChangeInProgress {
  readonly change: TicketChange;
  readonly ticket: StoredTicket;
  readonly access: Access;
  /** Takes part in the transaction of the change. */
  readonly store: TicketStore;
}

/**
 * Changes one ticket in one transaction: locks it, checks that the caller may
 * do this to the ticket as it stands, lets `work` do it, and writes ticket and
 * events.
 *
 * @returns the ticket after the change, as the caller may see it, and what
 *   `work` returned
 */
export async function changeTicket<T>(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  actions: readonly TicketAction[],
  work: (progress: ChangeInProgress) => Promise<T> | T,
): Promise<{ ticket: Ticket; result: T }> {
  return context.store.transaction(async store => {
    const found = await readableTicket(context, caller, target.ticket, key =>
      store.lockTicket(key),
    );
    actions.forEach(action => requireAction(context, found, action));
    const { ticket, access, scope } = found;
    await requireVersion(context, store, access, ticket, target.version);
    const change = new TicketChange(
      context.config,
      caller.ref,
      context.clock(),
      ticket,
    );
    const result = await work({ change, ticket, access, store });
    const changed = await save(store, ticket, change);
    return { ticket: presentTicket(context.config, scope, changed), result };
  });
}

async function requireVersion(
  context: DeskContext,
  store: TicketStore,
  access: Access,
  ticket: StoredTicket,
  version: number | undefined,
): Promise<void> {
  if (version !== undefined && version !== ticket.version) {
    const events = await store.eventsSince(ticket.id, version);
    throw new StaleTicketError(
      ticket.version,
      events.flatMap(
        event => presentEvent(context.config, access, event) ?? [],
      ),
    );
  }
}

/** A change of nothing, and a mere note, leave the version as it is. */
async function save(
  store: TicketStore,
  before: StoredTicket,
  change: TicketChange,
): Promise<StoredTicket> {
  const changed = change.events.some(({ detail }) => detail.type !== 'noted');
  const ticket = {
    ...before,
    ...change.state,
    version: before.version + (changed ? 1 : 0),
  };
  if (changed) {
    await store.updateTicket(ticket);
  }
  await store.insertEvents(ticket.id, ticket.version, change.events);
  return ticket;
}
