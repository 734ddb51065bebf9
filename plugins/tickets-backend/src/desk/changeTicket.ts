import type {
  Side,
  Ticket,
  TicketAction,
} from '@portaldesk/plugin-tickets-common';
import type { Access, Person, Scope } from '../domain/access/access';
import { TicketChange } from '../domain/TicketChange';
import { actionBySetting } from '../domain/access/statusRights';
import type { NewEvent, TicketState } from '../domain/ticketState';
import { versionFor } from '../domain/versions';
import type { StoredTicket } from '../store/tickets/StoredTicket';
import type { DeskStore } from '../store/DeskStore';
import type { Caller } from './Caller';
import type { TicketTarget } from './Desk';
import { notify } from './notifications/notify';
import type { DeskContext } from './context';
import { StaleTicketError } from './errors';
import { presentTicket } from './present';
import { presentHistory } from './conversation/presentHistory';
import { changedDeadlines } from './sla/ticketDeadlines';
import {
  type ReadableTicket,
  readableTicket,
  requireAction,
  requireRight,
} from './readableTicket';

/** What a use case has at hand while it changes a ticket. */
export interface ChangeInProgress {
  readonly change: TicketChange;
  readonly ticket: StoredTicket;
  readonly access: Access;
  readonly scope: Scope;
  /** Takes part in the transaction of the change. */
  readonly store: DeskStore;
}

/** A change that is about to be written, with who made it. */
export interface ChangeSet {
  readonly before: StoredTicket;
  readonly change: TicketChange;
  readonly actor: Person;
  /** The side on which the actor stands. */
  readonly side: Side;
  /** The events before that decide about deadlines, where they are known. */
  readonly history?: readonly NewEvent[];
  /** The other of two tickets that are changed together. */
  readonly other?: Pick<TicketState, 'assignee'>;
}

/**
 * Changes one ticket in one transaction: locks it, checks that the caller may
 * do this to the ticket in its present state, runs `work`, and writes ticket
 * and events.
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
      store.tickets.lock(key),
    );
    actions.forEach(action => requireAction(context, found, action));
    const { ticket, access, scope } = found;
    await requireVersion(context, store, found, target.version);
    const change = new TicketChange(
      context.config,
      caller.ref,
      context.clock(),
      ticket,
    );
    const result = await work({ change, ticket, access, scope, store });
    requireRightsToStatuses(context, found, change);
    const changed = await saveChange(context, store, {
      before: ticket,
      change,
      actor: caller,
      side: access.side,
    });
    return { ticket: presentTicket(context.config, scope, changed), result };
  });
}

/** @throws NotAllowedError if the caller set a status that they may not */
function requireRightsToStatuses(
  { config }: DeskContext,
  found: ReadableTicket,
  { events }: TicketChange,
): void {
  for (const { detail } of events) {
    if (detail.type === 'status-changed' && detail.cause === 'person') {
      const { from, to } = detail;
      requireRight(found, actionBySetting(config.statuses, from, to));
    }
  }
}

/** @throws StaleTicketError when the caller saw an earlier version */
export async function requireVersion(
  context: DeskContext,
  store: DeskStore,
  found: ReadableTicket,
  version: number | undefined,
): Promise<void> {
  const { ticket, access } = found;
  const present = versionFor(access, ticket);
  if (version !== undefined && version !== present) {
    const { inside } = access;
    const events = await store.events.since(ticket.id, { version, inside });
    const changes = await presentHistory(context, store, found, events);
    throw new StaleTicketError(present, changes);
  }
}

/**
 * Writes a changed ticket with its events and notifications. The version stays
 * the same if nothing changed, and for events that only few people may see.
 * Changes that only agents see raise a version that others do not see.
 *
 * @param store - that of the transaction
 */
export async function saveChange(
  context: DeskContext,
  store: DeskStore,
  { before, change, actor, side, history, other }: ChangeSet,
): Promise<StoredTicket> {
  const { events } = change;
  const { inside, outside } = change.trace;
  const ticket = {
    ...before,
    ...change.state,
    assetOwners: { ...before.assetOwners, ...change.assetOwners },
    version: before.version + (inside ? 1 : 0),
    internalChanges: before.internalChanges + (inside && !outside ? 1 : 0),
    deadlines: await changedDeadlines(context, store, {
      before,
      after: change.state,
      events,
      history,
    }),
  };
  if (events.length > 0) {
    await store.tickets.update(before, ticket);
  }
  await store.events.insert(ticket, events);
  await notify(context, store, {
    before,
    after: ticket,
    events,
    actor,
    side,
    other,
  });
  return ticket;
}
