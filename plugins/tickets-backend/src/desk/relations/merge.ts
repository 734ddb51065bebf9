import type { MergeRequest, Ticket } from '@portaldesk/plugin-tickets-common';
import { scopeOf } from '../../domain/access/access';
import {
  canMerge,
  joiningPeople,
  mergeObstacle,
  newReaders,
  wakeByMerge,
} from '../../domain/merging';
import type { TicketChange } from '../../domain/TicketChange';
import { closingStatus } from '../../domain/workflow';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import {
  type FoundPair,
  type PairInProgress,
  changeTwoTickets,
  readablePair,
} from './changeTwoTickets';
import type { DeskContext } from '../context';
import { presentTicket, ticketAccess } from '../present';
import { refusal } from '../refusal';

/**
 * Merges a ticket into another one: its messages, files, links and people move
 * there, and its id and number lead there from then on.
 *
 * @returns the other ticket
 * @throws ConflictError when both are the same, or when their visibilities
 *   would show messages to the wrong people or hide a ticket from its
 *   requester, or when open work would move into an ended ticket
 */
export async function mergeTicket(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  { into: ticket }: MergeRequest,
): Promise<Ticket> {
  const other = { ticket, path: 'into' };
  const found = await readablePair(context, caller, { target, other }, 'merge');
  if (found.one.ticket.id === found.other.ticket.id) {
    throw refusal('merge-into-itself', 'A ticket cannot be merged into itself');
  }
  const missing = await missingCreator(context, found);
  const merged = await changeTwoTickets(
    context,
    caller,
    found,
    target.version,
    { one: ['merge'], other: ['merge'] },
    pair => merge(context, pair, missing),
  );
  return presentTicket(context.config, found.other.scope, merged.other);
}

async function merge(
  context: DeskContext,
  { one, other, store }: PairInProgress,
  missing: readonly string[],
): Promise<void> {
  const [from, into] = [one.ticket, other.ticket];
  if (!canMerge(from.visibility, into.visibility)) {
    throw refusal(
      'merge-of-visibilities',
      `A ${from.visibility} ticket cannot be merged into one that is ${into.visibility}. Change the visibility of one of them first.`,
    );
  }
  requireAwake(context, from, into);
  const joining = joiningPeople(from, into, missing);
  // the person who filed a ticket on behalf of another sees what that person
  // sees
  const readers = newReaders(from, into, joiningPeople(from, into, []));
  if (readers.length > 0) {
    throw refusal(
      'merge-shows-confidential',
      `Merging would show a confidential conversation to ${readers.join(', ')}; add them to it first if they may see it`,
    );
  }
  joining.forEach(person => other.change.addPerson(person));
  if (!from.organisationAccess) {
    other.change.giveOrganisationAccess(false);
  }
  await store.tickets.moveBelongings(from, into);
  if (await store.links.isAncestor(into.id, into.id)) {
    throw refusal(
      'parent-of-parent',
      'Merging these tickets would make a ticket the parent of its own parent',
    );
  }
  wakeByMerge(context.config, from, other.change);
  close(context, one.change);
  one.change.record({
    type: 'merged-into',
    ticket: into.id,
    number: into.number,
  });
  other.change.record({
    type: 'merged-from',
    ticket: from.id,
    number: from.number,
  });
}

/** @throws ConflictError where it is configured that such a merge is refused */
function requireAwake(
  { config }: DeskContext,
  from: StoredTicket,
  into: StoredTicket,
): void {
  const obstacle = mergeObstacle(config, from, into);
  if (obstacle === 'ended') {
    throw refusal(
      'merge-into-ended',
      `${into.number} has ended: reopen it before you merge an open ticket into it`,
    );
  }
  if (obstacle === 'postponed') {
    throw refusal(
      'merge-into-postponed',
      `${into.number} is postponed: set another status before you merge an open ticket into it`,
    );
  }
}

/** Regardless of the workflow: its work has ended. */
function close({ config: { statuses } }: DeskContext, change: TicketChange) {
  const { status } = change.state;
  const to =
    closingStatus(statuses, status) ?? statuses.first('closed', 'solved');
  if (to && !statuses.isEnded(status)) {
    // notifications are about the ticket it was merged into
    change.setStatus(to.id, 'merge', { notified: false });
  }
}

/** The source's creator, if they could not read the other ticket. */
async function missingCreator(
  { config, catalog }: DeskContext,
  { one: { ticket: from }, other: { ticket: into } }: FoundPair,
): Promise<string[]> {
  const ref = from.createdBy;
  if (ref === from.requester) {
    return [];
  }
  const creator = await catalog.person(ref);
  const reads =
    creator && ticketAccess(scopeOf(config.access, creator), into).read;
  return reads ? [] : [ref];
}
