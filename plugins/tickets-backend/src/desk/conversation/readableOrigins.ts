import type { Scope } from '../../domain/access/access';
import type { StoredMessage } from '../../store/messages/StoredMessage';
import type { DeskStore } from '../../store/DeskStore';
import { ticketAccess } from '../present';

/**
 * The messages without the numbers of tickets that the caller may not read: a
 * message that was split off may have other readers than the ticket it was
 * written on.
 */
export async function withReadableOrigins(
  store: Pick<DeskStore, 'tickets'>,
  scope: Scope,
  messages: readonly StoredMessage[],
): Promise<StoredMessage[]> {
  const readable = new Set<string>();
  for (const number of new Set(messages.map(({ origin }) => origin))) {
    const ticket =
      number === null ? undefined : await store.tickets.find(number);
    if (number !== null && ticket && ticketAccess(scope, ticket).read) {
      readable.add(number);
    }
  }
  return messages.map(message =>
    message.origin === null || readable.has(message.origin)
      ? message
      : { ...message, origin: null },
  );
}
