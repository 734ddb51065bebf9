import type { NotificationMessage } from '@portaldesk/plugin-tickets-node';
import type { DeskContext } from '../desk/context';
import type { StoredMessage } from '../store/messages/StoredMessage';
import type { StoredOutboxEntry } from '../store/outbox/OutboxEntry';

/**
 * The message that a notification is about, and the first one of a ticket that
 * was filed; none that has since been redacted or moved to another ticket.
 */
export async function readMessage(
  { store, ids }: Pick<DeskContext, 'store' | 'ids'>,
  { notification, ticketId }: StoredOutboxEntry,
): Promise<NotificationMessage | undefined> {
  const message = await findMessage(store, notification, ticketId);
  return message?.ticketId === ticketId && !message.redacted
    ? {
        id: ids.idOf('message', message.id),
        kind: message.kind,
        author: message.author,
        to: [...message.recipients],
        body: message.body,
        createdAt: message.createdAt,
        files: message.files.map(({ name, size }) => ({ name, size })),
      }
    : undefined;
}

async function findMessage(
  store: DeskContext['store'],
  { event, messageId }: StoredOutboxEntry['notification'],
  ticketId: string,
): Promise<StoredMessage | undefined> {
  if (messageId !== undefined) {
    return store.messages.find(messageId);
  }
  return event === 'filed' || event === 'filed-on-behalf'
    ? store.messages.firstReply(ticketId)
    : undefined;
}
