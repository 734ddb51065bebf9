import type {
  EventDetail,
  Message,
  RedactMessageRequest,
} from '@portaldesk/plugin-tickets-common';
import { readsMessage } from '../../domain/access/readableMessage';
import type { BlobLocation } from '../../store/files/StoredFile';
import type { StoredMessage } from '../../store/messages/StoredMessage';
import type { Caller } from '../Caller';
import { type ChangeInProgress, changeTicket } from '../changeTicket';
import type { DeskContext } from '../context';
import { forgetElsewhere } from '../forgetElsewhere';
import { InvalidRequestError, issueAt } from '../errors';
import { presentMessage } from '../present';
import { refusal } from '../refusal';
import { removeBlobs } from '../scheduled/cleanUpFiles';
import { withReadableOrigins } from './readableOrigins';

/**
 * Removes what a message says with its files, or some of its files alone: a
 * password, a name, a picture that should not be there. Redacting again what is
 * gone already changes nothing.
 *
 * @throws NotFoundError unless the caller may read the message
 * @throws InvalidRequestError for files that are not among its own
 */
export async function redactMessage(
  context: DeskContext,
  caller: Caller,
  ticket: string,
  id: string,
  request: RedactMessageRequest,
): Promise<Message> {
  const { result } = await changeTicket(
    context,
    caller,
    { ticket },
    ['redact'],
    async progress => {
      const message = await readableMessage(context, caller, progress, id);
      const files = filesOf(message, request.attachments);
      const text = request.attachments === undefined && !message.redacted;
      const contents = await removeContent(context, caller, progress, message, {
        files,
        text,
      });
      if (text || files.length > 0) {
        progress.change.record(
          redactionOf(message, { files, text, reason: request.reason }),
        );
        await forgetElsewhere(
          context,
          progress.store,
          progress.ticket.id,
          message.origin === null ? [] : [message.origin],
        );
      }
      const after = await progress.store.messages.find(message.id);
      const [shown] = await withReadableOrigins(
        progress.store,
        progress.scope,
        [after ?? message],
      );
      return { shown, contents };
    },
  );
  await removeBlobs(context, result.contents);
  return presentMessage(context.ids, result.shown);
}

/** What is removed of a message. */
interface Removal {
  /** Ids. */
  readonly files: readonly string[];
  readonly text: boolean;
}

/** @throws NotFoundError unless the caller may read the message */
export async function readableMessage(
  { ids }: DeskContext,
  { ref }: Caller,
  { access, store, ticket }: ChangeInProgress,
  id: string,
): Promise<StoredMessage> {
  const number = ids.numberOf('message', id);
  const message =
    number === undefined ? undefined : await store.messages.find(number);
  if (
    message?.ticketId !== ticket.id ||
    !readsMessage({ ref, inside: access.inside }, message)
  ) {
    throw refusal('message-not-found', `There is no message ${id}`);
  }
  return message;
}

/** The files that are meant: those that are named, and else all. */
function filesOf(
  { files }: StoredMessage,
  named: readonly string[] | undefined,
): readonly string[] {
  const own = files.map(({ id }) => id);
  if (named === undefined) {
    return own;
  }
  const issues = named.flatMap((id, index) =>
    own.includes(id)
      ? []
      : [
          issueAt(
            `attachments[${index}]`,
            'the message has no such file',
            'upload-not-found',
          ),
        ],
  );
  if (issues.length > 0) {
    throw new InvalidRequestError(issues);
  }
  return named;
}

/**
 * Removes some of a message, as part of a transaction.
 *
 * @returns where the content of the files is, to be removed after the commit
 */
export async function removeContent(
  { clock }: DeskContext,
  { ref }: Caller,
  { store }: ChangeInProgress,
  { id }: StoredMessage,
  { files, text }: Removal,
): Promise<BlobLocation[]> {
  if (text) {
    await store.messages.redact(id, { by: ref, at: clock() });
  }
  return files.length > 0
    ? store.files.orphanFilesOfMessage(id, files, clock())
    : [];
}

/** The event that says what was removed. */
export function redactionOf(
  { id, kind, author, recipients }: StoredMessage,
  { files, text, reason }: Removal & { readonly reason: string },
): EventDetail {
  return {
    type: 'message-redacted',
    messageId: id,
    kind,
    files: files.length,
    text,
    reason,
    ...(kind === 'private' && { readers: [author, ...recipients] }),
  };
}
