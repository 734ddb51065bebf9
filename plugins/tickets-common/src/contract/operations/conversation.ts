import {
  type Message,
  type MessagePage,
  type TicketEventPage,
  type TicketStatusHistory,
  messagePageSchema,
  messageSchema,
  ticketEventPageSchema,
  ticketStatusHistorySchema,
} from '../../model';
import {
  type AddMessageRequest,
  type PageQuery,
  type RedactMessageRequest,
  addMessageRequestSchema,
  redactMessageRequestSchema,
  pageQuerySchema,
} from '../../requests';
import { body, query } from '../input';
import { operation } from '../operation';
import { changed, created, found, page } from '../response';

/** A new message. */
export const createdMessage = created<Message>(messageSchema, {
  location: '/tickets/{ticket}/messages#{id}',
});

/** Messages, and the history of a ticket. @public */
export const conversationOperations = {
  /**
   * The conversation, newest message first.
   *
   * Notes are for agents only, private messages for their author and
   * recipients.
   */
  listMessages: operation({
    method: 'GET',
    path: '/tickets/{ticket}/messages',
    input: query<Partial<PageQuery>, PageQuery>(pageQuerySchema),
    response: page<MessagePage>(messagePageSchema),
  }),

  /**
   * Add a reply, a note or a private message.
   *
   * A given status is set in the same step.
   *
   * @returns The message. Its ticket is another one if it started a follow-up.
   */
  addMessage: operation({
    method: 'POST',
    path: '/tickets/{ticket}/messages',
    actions: ['reply', 'note', 'message-privately'],
    headers: ['If-Match', 'Idempotency-Key'],
    input: body<AddMessageRequest>(addMessageRequestSchema),
    response: createdMessage,
  }),

  /**
   * Remove what a message says with its files, or some of its files alone.
   *
   * For agents who may read the message. That something was removed stays in
   * the history, what it was does not: neither in the message nor in searches
   * nor in the stored files. Mails that were sent before keep it.
   */
  redactMessage: operation({
    method: 'POST',
    path: '/tickets/{ticket}/messages/{message}/redact',
    actions: ['redact'],
    input: body<RedactMessageRequest>(redactMessageRequestSchema),
    response: changed<Message>(messageSchema),
  }),

  /**
   * The history, newest event first.
   *
   * As far as the caller may see it.
   */
  listEvents: operation({
    method: 'GET',
    path: '/tickets/{ticket}/events',
    input: query<Partial<PageQuery>, PageQuery>(pageQuerySchema),
    response: page<TicketEventPage>(ticketEventPageSchema),
  }),

  /**
   * The statuses that a ticket has been through, oldest first.
   *
   * For the requester’s side, as far as the portal shows them.
   */
  listStatusHistory: operation({
    method: 'GET',
    path: '/tickets/{ticket}/status-history',
    response: found<TicketStatusHistory>(ticketStatusHistorySchema),
  }),
};
