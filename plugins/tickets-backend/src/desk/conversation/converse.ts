import type {
  AddMessageRequest,
  EventDetail,
  Message,
  TicketAction,
} from '@portaldesk/plugin-tickets-common';
import { readsMessage } from '../../domain/access/readableMessage';
import type { StoredMessage } from '../../store/messages/StoredMessage';
import type { Caller } from '../Caller';
import { type ChangeInProgress, changeTicket } from '../changeTicket';
import { setStatus } from '../lifecycle/changeStatus';
import type { Delivery, TicketTarget } from '../Desk';
import type { DeskContext } from '../context';
import { IdempotentRequest } from '../IdempotentRequest';
import { attachFiles } from '../attachments/files';
import {
  FollowedUpMeanwhile,
  beginsFollowUp,
  followUp,
  placeOfReply,
} from './followUp';
import { presentMessage } from '../present';
import { recipientsOf, requireReaders } from './privateRecipients';
import { withReadableOrigins } from './readableOrigins';
import { readableTicket } from '../readableTicket';
import { relatedTeams } from '../filing/relatedTicket';
import { refusal } from '../refusal';

/**
 * Adds a reply, a note or a private message with its files, and sets a status
 * in the same step if one is named. A reply from outside to a ticket that was
 * closed too long ago to be reopened begins another one, which follows it up;
 * as long as that is open, further replies join it.
 *
 * @returns the message; the one that came of the request when it was sent before
 */
export async function addMessage(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  request: AddMessageRequest,
  delivery: Delivery = {},
): Promise<Message> {
  const add = () => tryToAdd(context, caller, target, request, delivery);
  return add().catch((failure: unknown) => {
    if (failure instanceof FollowedUpMeanwhile) {
      return add();
    }
    throw failure;
  });
}

/**
 * @throws FollowedUpMeanwhile when another ticket has followed up this one
 *   since
 */
async function tryToAdd(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  request: AddMessageRequest,
  delivery: Delivery,
): Promise<Message> {
  const idempotent = new IdempotentRequest(context, caller, delivery, {
    operation: 'add-message',
    request: { ticket: target.ticket, ...request },
  });
  const before = await idempotent.resultBefore();
  if (before !== undefined) {
    return messageBefore(context, caller, before);
  }
  const recipients = recipientsOf(request);
  const found = await readableTicket(context, caller, target.ticket);
  const directory = await context.catalog.directory([
    ...recipients,
    ...(beginsFollowUp(context, found)
      ? relatedTeams(context.config, found.ticket)
      : []),
  ]);
  const place =
    request.kind === 'reply'
      ? await placeOfReply(context, caller, target, found)
      : target;
  const writing = changeTicket(
    context,
    caller,
    place,
    actionsOf(request),
    async progress => {
      const { ticket, store } = progress;
      requireReaders(context, ticket, recipients, directory);
      const earlier = await idempotent.claim(store);
      if (earlier !== undefined) {
        return { earlier };
      }
      const message =
        request.kind === 'reply' && beginsFollowUp(context, progress)
          ? await followUp(context, caller, progress, {
              message: request,
              channel: delivery.channel ?? 'portal',
              directory,
            })
          : await writeMessage(context, caller, progress, request);
      await idempotent.setResult(store, message.id);
      return { message };
    },
  );
  const { result } = await writing.catch(async (failure: unknown) => {
    // what refused it may be what the same request did, sent at the same time
    const earlier = await idempotent.resultBefore();
    if (earlier === undefined) {
      throw failure;
    }
    return { result: { earlier, message: undefined } };
  });
  return result.message
    ? presentMessage(context.ids, result.message)
    : messageBefore(context, caller, result.earlier);
}

/** What came of a request that was sent before, if the caller may still see it. */
async function messageBefore(
  context: DeskContext,
  caller: Caller,
  id: string,
): Promise<Message> {
  const gone = refusal('message-not-found', 'The message no longer exists');
  const message = await context.store.messages.find(id);
  if (!message) {
    throw gone;
  }
  const { access, scope } = await readableTicket(
    context,
    caller,
    message.ticketId,
  );
  if (!readsMessage({ ref: caller.ref, inside: access.inside }, message)) {
    throw gone;
  }
  const [shown] = await withReadableOrigins(context.store, scope, [message]);
  return presentMessage(context.ids, shown);
}

/** What adding a message takes. */
function actionsOf(request: AddMessageRequest): TicketAction[] {
  if (request.kind === 'private') {
    return ['message-privately'];
  }
  return request.status === undefined
    ? [request.kind]
    : [request.kind, 'change-status'];
}

/**
 * Writes a message with its files and what follows from it. A private message
 * moves nothing on: that would show that there is one.
 */
export async function writeMessage(
  context: DeskContext,
  caller: Caller,
  progress: ChangeInProgress,
  request: AddMessageRequest,
): Promise<StoredMessage> {
  const { change, ticket, access, store } = progress;
  const message = await store.messages.insert(ticket.id, {
    kind: request.kind,
    side: access.side,
    author: caller.ref,
    body: request.body,
    recipients: recipientsOf(request),
    createdAt: context.clock(),
  });
  const files = await attachFiles(
    { config: context.config, store },
    caller,
    request.attachments ?? [],
    { ticketId: ticket.id, messageId: message.id },
  );
  change.record(eventOf(message));
  if (request.kind !== 'private' && request.status !== undefined) {
    setStatus(context, change, request.status);
  } else if (request.kind === 'reply') {
    reactToReply(progress);
  }
  return { ...message, files };
}

function eventOf({ id, kind, side, recipients }: StoredMessage): EventDetail {
  switch (kind) {
    case 'reply':
      return { type: 'replied', messageId: id, side };
    case 'note':
      return { type: 'noted', messageId: id };
    case 'private':
      return {
        type: 'private-message-added',
        messageId: id,
        recipients: [...recipients],
      };
    default:
      return kind satisfies never;
  }
}

function reactToReply({ change, access }: ChangeInProgress): void {
  if (access.side === 'team') {
    change.react('agent-reply');
  } else {
    change.react('requester-reply');
    // outside, replying to an ended ticket needs this right
    if (access.rights.has('reopen')) {
      change.react('reopen');
    }
  }
}
