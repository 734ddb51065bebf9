import type { Message, TicketsApi } from '@portaldesk/plugin-tickets-common';
import { namedMessageOf } from '../mail/threading';
import type { IncomingMail } from './mime/readMail';

/** As what an answer is written: as that which it answers to. */
export type AnswerForm =
  | { readonly kind: 'reply' | 'note' }
  | { readonly kind: 'private'; readonly recipients: string[] };

/** How many messages are looked through, at most. */
const MAX_PAGES = 20;

/**
 * Mails about a note or a private message name it. An answer to one, which quotes
 * it, is for no others.
 *
 * @returns undefined where the sender may not read what they answer to
 */
export async function answerFormOf(
  { answersTo }: Pick<IncomingMail, 'answersTo'>,
  {
    person,
    ref,
    ticketId,
  }: {
    person: Pick<TicketsApi, 'listMessages'>;
    /** Reference of the sender. */
    ref: string;
    /** Undefined where the mail belongs to no ticket. */
    ticketId: string | undefined;
  },
): Promise<AnswerForm | undefined> {
  const named = namedMessageOf(answersTo);
  if (named === undefined) {
    return { kind: 'reply' };
  }
  const message =
    ticketId === undefined ? undefined : await find(person, ticketId, named);
  if (message?.kind !== 'private') {
    return message && { kind: message.kind };
  }
  const { author, recipients = [] } = message;
  const others = [author, ...recipients].filter(it => it !== ref);
  return { kind: 'private', recipients: [...new Set(others)] };
}

async function find(
  person: Pick<TicketsApi, 'listMessages'>,
  ticketId: string,
  id: string,
): Promise<Message | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { items, nextCursor } = await person.listMessages(ticketId, {
      limit: 100,
      ...(cursor !== undefined && { cursor }),
    });
    const found = items.find(message => message.id === id);
    if (found || nextCursor === undefined) {
      return found;
    }
    cursor = nextCursor;
  }
  return undefined;
}
