import type { Channel } from '@portaldesk/plugin-tickets-common';
import { needsFollowUp } from '../../domain/reopening';
import type { StoredMessage } from '../../store/TicketStore';
import type { Caller } from '../Caller';
import type { ChangeInProgress } from '../changeTicket';
import type { Directory } from '../Directory';
import type { DeskContext } from '../context';
import { type Filing, openTicket } from '../filing/openTicket';
import {
  filedFields,
  recordRelated,
  relatedFiling,
} from '../filing/relatedTicket';

/**
 * Whether a reply begins a new ticket, since this one was closed too long ago.
 * Agents of the ticket can go on with it, however long ago that was, unless it
 * is in the archive: there, nobody replies to a ticket that was closed lately.
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

/** Files the ticket that follows up a closed one; it begins with the reply. */
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
