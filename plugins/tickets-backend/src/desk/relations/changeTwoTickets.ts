import { NotFoundError } from '@backstage/errors';
import type { TicketAction } from '@portaldesk/plugin-tickets-common';
import { TicketChange } from '../../domain/TicketChange';
import type { TicketState } from '../../domain/ticketState';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { DeskStore } from '../../store/DeskStore';
import type { Caller } from '../Caller';
import {
  type ChangeInProgress,
  requireVersion,
  saveChange,
} from '../changeTicket';
import type { TicketTarget } from '../Desk';
import type { DeskContext } from '../context';
import { InvalidRequestError, issueAt } from '../errors';
import {
  type ReadableTicket,
  readableTicket,
  requireAction,
} from '../readableTicket';
import { refusal } from '../refusal';

/** Two tickets that are changed together. */
export interface TicketPair {
  /** The ticket of the request's path. */
  readonly target: TicketTarget;
  /** The one that the body names. */
  readonly other: {
    /** Id or number. */
    readonly ticket: string;
    /** Where the body names it. */
    readonly path: string;
  };
}

/** Both tickets before they are changed. */
export interface FoundPair {
  readonly one: ReadableTicket;
  readonly other: ReadableTicket;
}

/** Both tickets during the change. */
export interface PairInProgress {
  readonly one: ChangeInProgress;
  readonly other: ChangeInProgress;
  readonly store: DeskStore;
}

/** Both tickets as the change left them. */
export interface ChangedPair {
  readonly one: StoredTicket;
  readonly other: StoredTicket;
}

/**
 * Finds two tickets for a caller.
 *
 * @param action - what is to be done to the ticket of the path: callers who may
 *   not do it learn nothing about the other one
 * @throws NotFoundError when the ticket of the path does not exist for them
 * @throws NotAllowedError or ConflictError when they cannot do that to it
 * @throws InvalidRequestError when the other one does not exist for them
 */
export async function readablePair(
  context: DeskContext,
  caller: Caller,
  { target, other }: TicketPair,
  action: TicketAction,
): Promise<FoundPair> {
  const one = await readableTicket(context, caller, target.ticket);
  requireAction(context, one, action);
  return { one, other: await readableOther(context, caller, other) };
}

/**
 * Changes two tickets in one transaction. They are locked in the order of their
 * ids, so that two transactions never wait for each other.
 *
 * @throws ConflictError when one was merged since it was found
 */
export async function changeTwoTickets(
  context: DeskContext,
  caller: Caller,
  found: FoundPair,
  version: number | undefined,
  actions: {
    readonly one: readonly TicketAction[];
    readonly other: readonly TicketAction[];
  },
  work: (pair: PairInProgress) => Promise<void>,
): Promise<ChangedPair> {
  return context.store.transaction(async store => {
    const { one, other } = await lockPair(context, caller, store, found);
    actions.one.forEach(action => requireAction(context, one, action));
    actions.other.forEach(action => requireAction(context, other, action));
    await requireVersion(context, store, one, version);
    const pair = {
      one: begin(context, caller, store, one),
      other: begin(context, caller, store, other),
      store,
    };
    await work(pair);
    return {
      one: await save(context, caller, pair.one, pair.other.change.state),
      other: await save(context, caller, pair.other, pair.one.change.state),
    };
  });
}

async function readableOther(
  context: DeskContext,
  caller: Caller,
  { ticket, path }: TicketPair['other'],
): Promise<ReadableTicket> {
  try {
    return await readableTicket(context, caller, ticket);
  } catch (error) {
    if (error instanceof NotFoundError) {
      throw new InvalidRequestError([
        issueAt(path, error.message, 'ticket-not-found'),
      ]);
    }
    throw error;
  }
}

async function lockPair(
  context: DeskContext,
  caller: Caller,
  store: DeskStore,
  found: FoundPair,
): Promise<FoundPair> {
  // a ticket that has just been merged is not followed: its target may have to be
  // locked before what is already locked
  const lock = ({ ticket: { id } }: ReadableTicket) =>
    readableTicket(context, caller, id, async key => {
      const ticket = await store.tickets.lockUnmerged(key);
      if (!ticket && (await store.tickets.find(key))) {
        throw mergedMeanwhile();
      }
      return ticket;
    });
  if (found.one.ticket.id < found.other.ticket.id) {
    const one = await lock(found.one);
    return { one, other: await lock(found.other) };
  }
  const other = await lock(found.other);
  return { one: await lock(found.one), other };
}

function mergedMeanwhile(): Error {
  return refusal(
    'ticket-merged-meanwhile',
    'One of the tickets has just been merged. Load it again.',
  );
}

function begin(
  { config, clock }: DeskContext,
  caller: Caller,
  store: DeskStore,
  { ticket, access, scope }: ReadableTicket,
): ChangeInProgress {
  const change = new TicketChange(config, caller.ref, clock(), ticket);
  return { change, ticket, access, scope, store };
}

function save(
  context: DeskContext,
  caller: Caller,
  { change, ticket, access, store }: ChangeInProgress,
  other: TicketState,
): Promise<StoredTicket> {
  return saveChange(context, store, {
    before: ticket,
    change,
    actor: caller,
    side: access.side,
    other,
  });
}
