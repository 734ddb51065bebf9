import type { SplitRequest, Ticket } from '@portaldesk/plugin-tickets-common';
import type { StoredMessage } from '../../store/messages/StoredMessage';
import type { DeskStore } from '../../store/DeskStore';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import { changeTicket } from '../changeTicket';
import { type DeskContext, callersScope } from '../context';
import { InvalidRequestError, issueAt } from '../errors';
import { openTicket } from '../filing/openTicket';
import { presentTicket } from '../present';
import {
  recordRelated,
  relatedFiling,
  relatedTeams,
  requireSameTeam,
} from '../filing/relatedTicket';
import { readableTicket, requireAction } from '../readableTicket';

/**
 * Moves a reply with its files to a new ticket, as its first message. The new
 * ticket is for the author if they are on the requester's side, else for the
 * requester. Form fields, tags and added people belong to the other ticket and
 * stay there.
 *
 * @returns the new ticket
 * @throws InvalidRequestError at `message` for anything but a reply on this
 *   ticket
 */
export async function splitTicket(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  { message: id, subject }: SplitRequest,
): Promise<Ticket> {
  const readable = await readableTicket(context, caller, target.ticket);
  requireAction(context, readable, 'split');
  const { ticket: found } = readable;
  const { author } = await requireReply(context, context.store, found.id, id);
  const directory = await context.catalog.directory([
    author,
    ...relatedTeams(context.config, found),
  ]);
  const { result } = await changeTicket(
    context,
    caller,
    target,
    ['split'],
    async progress => {
      const { ticket: from, store } = progress;
      requireSameTeam(found, from);
      const message = await requireReply(context, store, from.id, id);
      const forAuthor =
        message.side === 'requester' && author !== from.requester;
      const { ticket } = await openTicket(
        context,
        store,
        caller,
        relatedFiling(context.config, directory, from, {
          link: 'split',
          changes: {
            subject,
            ...(forAuthor && {
              requester: author,
              organisation: directory.groupsOf(author)?.[0] ?? null,
            }),
          },
        }),
      );
      await store.messages.move(message.id, from, ticket);
      recordRelated(progress, 'split', ticket);
      return ticket;
    },
  );
  return presentTicket(context.config, callersScope(context, caller), result);
}

async function requireReply(
  { ids }: DeskContext,
  store: DeskStore,
  ticketId: string,
  id: string,
): Promise<StoredMessage> {
  const number = ids.numberOf('message', id);
  const message =
    number === undefined ? undefined : await store.messages.find(number);
  if (message?.ticketId !== ticketId || message.kind !== 'reply') {
    throw new InvalidRequestError([
      issueAt(
        'message',
        `there is no reply ${id} on this ticket`,
        'message-not-found',
      ),
    ]);
  }
  return message;
}
