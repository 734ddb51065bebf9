import type { Message } from '@portaldesk/plugin-tickets-common';
import type { StoredMessage } from '../../store/messages/StoredMessage';
import type { DeskStore } from '../../store/DeskStore';
import type { Caller } from '../Caller';
import { changeTicket } from '../changeTicket';
import type { DeskContext } from '../context';
import {
  readableMessage,
  redactionOf,
  removeContent,
} from '../conversation/redactMessage';
import { presentMessage } from '../present';
import { refusal } from '../refusal';
import { removeBlobs } from '../scheduled/cleanUpFiles';

/** What an event says of a message that its author took back. */
const REASON = 'Taken back by the reporter before anybody had read it';

/** The messages of a reporter that nobody has read, by id, as the API has it. */
export async function unreadMessages(
  { ids, store }: Pick<DeskContext, 'ids' | 'store'>,
  caller: Caller,
  ticket: string,
): Promise<ReadonlySet<string>> {
  const unread = await store.reads.unreadMessages(ticket, caller.ref);
  return new Set(unread.map(id => ids.idOf('message', id)));
}

/**
 * Removes what the caller wrote, with its files, as long as nobody has opened
 * the ticket since. People who got it by mail may have read it there.
 *
 * @throws NotFoundError for a message that is not there, or not the caller's
 * @throws ConflictError when a person has read it
 */
export async function deleteUnread(
  context: DeskContext,
  caller: Caller,
  ticket: string,
  message: string,
): Promise<Message> {
  const { result } = await changeTicket(
    context,
    caller,
    { ticket },
    [],
    async progress => {
      const { store } = progress;
      const found = await readableMessage(context, caller, progress, message);
      await requireUnread(store, caller, found);
      const removal = {
        files: found.files.map(({ id }) => id),
        text: !found.redacted,
      };
      const contents = await removeContent(
        context,
        caller,
        progress,
        found,
        removal,
      );
      if (removal.text) {
        progress.change.record(
          redactionOf(found, { ...removal, reason: REASON }),
        );
      }
      const after = await store.messages.find(found.id);
      return { shown: after ?? found, contents };
    },
  );
  await removeBlobs(context, result.contents);
  return presentMessage(context.ids, result.shown);
}

async function requireUnread(
  store: DeskStore,
  { ref }: Caller,
  { id, ticketId, author }: StoredMessage,
): Promise<void> {
  if (author !== ref) {
    throw refusal('message-not-found', 'There is no such message');
  }
  const unread = await store.reads.unreadMessages(ticketId, ref);
  if (!unread.includes(id)) {
    throw refusal(
      'action-not-possible',
      'A person of the team has read the message',
    );
  }
}
