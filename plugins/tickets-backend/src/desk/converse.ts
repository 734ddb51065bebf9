import type {
  AddMessageRequest,
  Message,
} from '@portaldesk/plugin-tickets-common';
import type { Caller } from './Caller';
import { type ChangeInProgress, changeTicket } from './changeTicket';
import { setStatus } from './changeStatus';
import type { TicketTarget } from './Desk';
import type { DeskContext } from './context';
import { presentMessage } from './present';

/** Adds a reply or a note, and sets a status in the same step if one is named. */
export async function addMessage(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  request: AddMessageRequest,
): Promise<Message> {
  const { kind, body, status } = request;
  const { result } = await changeTicket(
    context,
    caller,
    target,
    status === undefined ? [kind] : [kind, 'change-status'],
    async progress => {
      const { change, ticket, access, store } = progress;
      const message = await store.insertMessage(ticket.id, {
        kind,
        side: access.side,
        author: caller.ref,
        body,
        createdAt: context.clock(),
      });
      change.record(
        kind === 'note'
          ? { type: 'noted', messageId: message.id }
          : { type: 'replied', messageId: message.id },
      );
      if (status !== undefined) {
        setStatus(context, change, status);
      } else if (kind === 'reply') {
        reactToReply(progress);
      }
      return message;
    },
  );
  return presentMessage(result);
}

function reactToReply({ change, access }: ChangeInProgress): void {
  if (access.side === 'team') {
    change.react('agent-reply');
  } else {
    change.react('requester-reply');
    change.react('reopen');
  }
}
