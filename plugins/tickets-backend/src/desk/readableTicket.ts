import type { TicketAction } from '@portaldesk/plugin-tickets-common';
import type { Access, Scope } from '../domain/access/access';
import type { StoredTicket } from '../store/tickets/StoredTicket';
import type { DeskStore } from '../store/DeskStore';
import { readSoughtNumber } from '../domain/ticketNumbers';
import type { Caller } from './Caller';
import { type DeskContext, callersScope } from './context';
import { ticketAccess, availableActions } from './present';
import { refusal } from './refusal';

/** A ticket that the caller may read. */
export interface ReadableTicket {
  readonly ticket: StoredTicket;
  readonly access: Access;
  readonly scope: Scope;
}

/**
 * Finds a ticket for a caller.
 *
 * @param find - how the store is asked for it
 * @throws NotFoundError when it does not exist for the caller
 */
export async function readableTicket(
  context: DeskContext,
  caller: Caller,
  key: string,
  find: DeskStore['tickets']['find'] = sought =>
    context.store.tickets.find(sought),
): Promise<ReadableTicket> {
  const scope = callersScope(context, caller);
  return asReadable(scope, key, await find(key));
}

/**
 * Finds a ticket that a caller wants to look at. They can name it by its counter
 * alone, as long as that means no other ticket that they may read: next year it
 * can be another one, so that nothing is changed by it.
 *
 * @throws NotFoundError when it does not exist for the caller
 */
export async function ticketToRead(
  context: DeskContext,
  caller: Caller,
  key: string,
): Promise<ReadableTicket> {
  const scope = callersScope(context, caller);
  const { store } = context;
  const named = await store.tickets.find(key);
  const isThere = named && ticketAccess(scope, named).read;
  const id = isThere ? undefined : await idOfCounter(context, scope, key);
  const ticket = id === undefined ? named : await store.tickets.find(id);
  return asReadable(scope, key, ticket);
}

/** The only readable ticket with a number that ends in this counter. */
async function idOfCounter(
  { store }: DeskContext,
  scope: Scope,
  key: string,
): Promise<string | undefined> {
  const number = /^[0-9]+$/.test(key) ? readSoughtNumber(key) : undefined;
  if (number?.count === undefined) {
    return undefined;
  }
  const meant = await store.search.findNumbered(scope, { number, where: {} });
  return meant.length === 1 ? meant[0].ticket.id : undefined;
}

/** @throws NotFoundError unless the ticket is there and may be read */
function asReadable(
  scope: Scope,
  key: string,
  ticket: StoredTicket | undefined,
): ReadableTicket {
  const access = ticket ? ticketAccess(scope, ticket) : undefined;
  if (!ticket || !access?.read) {
    throw refusal('ticket-not-found', `There is no ticket ${key}`);
  }
  return { ticket, access, scope };
}

/**
 * Finds tickets for a caller, as many at once as there are keys.
 *
 * @returns by their keys; those that do not exist for the caller are not there
 */
export async function readableTickets(
  context: DeskContext,
  caller: Caller,
  keys: readonly string[],
): Promise<Map<string, StoredTicket>> {
  const scope = callersScope(context, caller);
  const found = await context.store.tickets.findByKeys(keys);
  return new Map(
    [...found].filter(([, ticket]) => ticketAccess(scope, ticket).read),
  );
}

/**
 * @throws NotAllowedError if the caller has no right to do this to the ticket
 * @throws ConflictError if the ticket's state rules it out
 */
export function requireAction(
  context: DeskContext,
  found: ReadableTicket,
  action: TicketAction,
): void {
  requireRight(found, action);
  const { ticket, access, scope } = found;
  if (
    !availableActions(context.config, scope, access, ticket).includes(action)
  ) {
    throw refusal(
      'action-not-possible',
      `You cannot ${phrase(action)} this ticket in its present state`,
    );
  }
}

/** @throws NotAllowedError if the caller has no right to do this to the ticket */
export function requireRight(
  { access }: Pick<ReadableTicket, 'access'>,
  action: TicketAction,
): void {
  if (!access.rights.has(action)) {
    throw refusal(
      'action-not-allowed',
      `You may not ${phrase(action)} this ticket`,
    );
  }
}

function phrase(action: TicketAction): string {
  const phrases: Partial<Record<TicketAction, string>> = {
    reply: 'reply to',
    note: 'write notes on',
    'message-privately': 'write private messages on',
    'create-work-order': 'make a work order for',
    'change-status': 'change the status of',
  };
  return phrases[action] ?? action.replace('-', ' ');
}
