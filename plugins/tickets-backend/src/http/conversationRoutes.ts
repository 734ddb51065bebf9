import {
  addMessageRequestSchema,
  messagePageSchema,
  pageQuerySchema,
  ticketEventPageSchema,
  ticketStagesSchema,
} from '@portaldesk/plugin-tickets-common';
import { createdMessage, found, page } from './answers';
import { endpoint } from './endpoint';

/** The messages of a ticket, and its history. */
export const conversationRoutes = [
  endpoint({
    method: 'get',
    path: '/tickets/{ticket}/messages',
    operationId: 'listMessages',
    summary: 'The conversation, newest message first',
    description:
      'Notes are for agents only, private messages for those they are from and for.',
    tag: 'Conversation',
    query: pageQuerySchema,
    answer: page(messagePageSchema, 'One page of messages.'),
    handle: ({ desk, caller, path, query }) =>
      desk.messages(caller, path.ticket, query),
  }),

  endpoint({
    method: 'post',
    path: '/tickets/{ticket}/messages',
    operationId: 'addMessage',
    summary: 'Add a reply, a note or a private message',
    description: 'A status that is named is set in the same step.',
    tag: 'Conversation',
    headers: ['If-Match', 'Idempotency-Key'],
    body: addMessageRequestSchema,
    dear: { lane: 'writing' },
    answer: createdMessage,
    handle: ({ desk, caller, target, body, delivery }) =>
      desk.addMessage(caller, target, body, delivery),
  }),

  endpoint({
    method: 'get',
    path: '/tickets/{ticket}/events',
    operationId: 'listEvents',
    summary: 'The history, newest event first',
    description: 'As far as the caller may see it.',
    tag: 'Conversation',
    query: pageQuerySchema,
    answer: page(ticketEventPageSchema, 'One page of events.'),
    handle: ({ desk, caller, path, query }) =>
      desk.events(caller, path.ticket, query),
  }),

  endpoint({
    method: 'get',
    path: '/tickets/{ticket}/stages',
    operationId: 'listStages',
    summary: 'The statuses that a ticket has been through, oldest first',
    description: 'For the requester’s side, as far as the portal shows them.',
    tag: 'Conversation',
    answer: found(ticketStagesSchema, 'The stages.'),
    handle: ({ desk, caller, path }) => desk.stages(caller, path.ticket),
  }),
];
