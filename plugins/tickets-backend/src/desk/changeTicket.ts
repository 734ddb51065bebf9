import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { TicketAction } from '@portaldesk/plugin-tickets-common';
import type { Access, Scope } from '../domain/access';
import { TicketChange } from '../domain/TicketChange';
import type { StoredTicket, TicketStore } from '../store/TicketStore';
import type { Caller } from './Caller';
import type { TicketTarget } from './Desk';
import { type DeskContext, callersScope } from './context';
import { StaleTicketError } from './errors';
import { presentEvent, ticketAccess, usableActions } from './present';

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
 * @returns the ticket after the change, and what `work` returned
 */
export async function changeTicket<T>(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  actions: readonly TicketAction[],
  work: (progress: ChangeInProgress) => Promise<T> | T,
): Promise<{ ticket: StoredTicket; result: T }> {
  const scope = callersScope(context, caller);
  return context.store.transaction(async store => {
    const ticket = await store.lockTicket(target.ticket);
    const access = ticket && ticketAccess(scope, ticket);
    if (!ticket || !access?.read) {
      throw noSuchTicket(target.ticket);
    }
    const reading = { ticket, access, scope };
    actions.forEach(action => requireAction(context, reading, action));
    await requireVersion(context, store, access, ticket, target.version);
    const change = new TicketChange(
      context.config,
      caller.ref,
      context.clock(),
      ticket,
    );
    const result = await work({ change, ticket, access, store });
    const changed = await save(store, ticket, change);
    return { ticket: changed, result };
  });
}

export function noSuchTicket(key: string): NotFoundError {
  return new NotFoundError(`There is no ticket ${key}`);
}

/** A ticket that somebody may read. */
export interface ReadableTicket {
  readonly ticket: StoredTicket;
  readonly access: Access;
  readonly scope: Scope;
}

/**
 * @throws NotAllowedError if the caller has no right to do this to the ticket
 * @throws ConflictError if the ticket's state rules it out
 */
export function requireAction(
  context: DeskContext,
  { ticket, access, scope }: ReadableTicket,
  action: TicketAction,
): void {
  if (!access.rights.has(action)) {
    throw new NotAllowedError(`You may not ${phrase(action)} this ticket`);
  }
  if (!usableActions(context.config, scope, access, ticket).includes(action)) {
    throw new ConflictError(
      `You cannot ${phrase(action)} this ticket as it stands`,
    );
  }
}

function phrase(action: TicketAction): string {
  const phrases: Partial<Record<TicketAction, string>> = {
    reply: 'reply to',
    note: 'write notes on',
    'change-status': 'change the status of',
  };
  return phrases[action] ?? action.replace('-', ' ');
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
