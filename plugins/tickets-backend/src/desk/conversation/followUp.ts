import type { Channel } from '@portaldesk/plugin-tickets-common';
import { needsFollowUp } from '../../domain/reopening';
import type { StoredMessage } from '../../store/messages/StoredMessage';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { DeskStore } from '../../store/DeskStore';
import type { Caller } from '../Caller';
import { type ChangeInProgress, requireVersion } from '../changeTicket';
import type { TicketTarget } from '../Desk';
import type { Directory } from '../Directory';
import { type DeskContext, callersScope } from '../context';
import { type Filing, openTicket } from '../filing/openTicket';
import {
  filedFields,
  recordRelated,
  relatedFiling,
} from '../filing/relatedTicket';
import { ticketAccess, availableActions } from '../present';
import { type ReadableTicket, requireAction } from '../readableTicket';

/**
 * Whether a reply starts a new ticket because this one was closed too long ago.
 * Agents of the ticket can always continue it, unless it is archived: a ticket
 * that was closed recently gets no replies in the archive.
 */
export function beginsFollowUp(
  { config, clock }: DeskContext,
  { ticket, access }: Pick<ChangeInProgress, 'ticket' | 'access'>,
): boolean {
  return (
    (!access.inside || ticket.archivedAt !== null) &&
    needsFollowUp(config, ticket, clock())
  );
}

/** A follow-up was begun while another one was about to be. */
export class FollowedUpMeanwhile extends Error {}

/**
 * Where a reply goes: as long as a follow-up of the ticket is open, what would
 * begin another one joins it.
 *
 * @throws NotAllowedError or ConflictError when the caller cannot reply at all
 * @throws StaleTicketError when the caller saw an earlier version
 */
export async function placeOfReply(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  found: ReadableTicket,
): Promise<TicketTarget> {
  if (!beginsFollowUp(context, found)) {
    return target;
  }
  requireAction(context, found, 'reply');
  await requireVersion(context, context.store, found, target.version);
  const open = await openFollowUp(context, context.store, caller, found.ticket);
  return open ? { ticket: open.id } : target;
}

/** The newest open ticket of the same requester that follows this one up. */
async function openFollowUp(
  context: DeskContext,
  store: DeskStore,
  caller: Caller,
  { id, requester }: StoredTicket,
): Promise<StoredTicket | undefined> {
  const scope = callersScope(context, caller);
  return (await store.links.openFollowUps(id)).find(ticket => {
    const access = ticketAccess(scope, ticket);
    return (
      ticket.requester === requester &&
      availableActions(context.config, scope, access, ticket).includes('reply')
    );
  });
}

/**
 * Files the ticket that follows up a closed one, with the reply as its first
 * message.
 *
 * @throws FollowedUpMeanwhile when another request did the same before the
 *   closed ticket was locked
 */
export async function followUp(
  context: DeskContext,
  caller: Caller,
  progress: ChangeInProgress,
  reply: {
    readonly message: NonNullable<Filing['message']>;
    readonly channel: Channel;
    /** Has read the ticket's team. */
    readonly directory: Directory;
  },
): Promise<StoredMessage> {
  const { ticket: closed, store } = progress;
  if (await openFollowUp(context, store, caller, closed)) {
    throw new FollowedUpMeanwhile();
  }
  const { ticket, message } = await openTicket(context, store, caller, {
    ...relatedFiling(context.config, reply.directory, closed, {
      link: 'follow-up',
      changes: {
        channel: reply.channel,
        fields: filedFields(closed),
        tags: [...closed.tags],
        people: [...closed.people],
        entities: [...closed.entities],
        notifyRequester: closed.notifyRequester,
      },
    }),
    message: reply.message,
  });
  recordRelated(progress, 'follow-up', ticket);
  if (!message) {
    throw new Error('a follow-up begins with a message');
  }
  return message;
}
