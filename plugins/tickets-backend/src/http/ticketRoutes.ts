import {
  countViewsRequestSchema,
  editTicketRequestSchema,
  fileTicketRequestSchema,
  getTicketQuerySchema,
  listTicketsQuerySchema,
  ticketCountsSchema,
  ticketFilterSchema,
  ticketPageSchema,
  ticketWithMessagesSchema,
  viewCountsSchema,
} from '@portaldesk/plugin-tickets-common';
import {
  changedTicket,
  createdTicket,
  found,
  foundTicket,
  nothing,
  page,
} from './answers';
import { endpoint } from './endpoint';

/** Tickets: file, list, count, get, edit, delete, mark as read. */
export const ticketRoutes = [
  endpoint({
    method: 'post',
    path: '/tickets',
    operationId: 'fileTicket',
    summary: 'File a ticket',
    description:
      'Only the subject is required; the desk finds the team. Some fields are for agents only.',
    tag: 'Tickets',
    headers: ['Idempotency-Key'],
    body: fileTicketRequestSchema,
    dear: { lane: 'writing' },
    answer: createdTicket('The ticket that was filed.'),
    handle: ({ desk, caller, body, delivery }) =>
      desk.file(caller, body, delivery),
  }),

  endpoint({
    method: 'get',
    path: '/tickets',
    operationId: 'listTickets',
    summary: 'One page of the tickets that match and that the caller may see',
    description:
      'Values of one filter are alternatives, different filters narrow each other. Several values are given by repeating the parameter: `category=a&category=b`. Sorted by `dueAt`, the list leaves out tickets of which the caller is not an agent.',
    tag: 'Tickets',
    query: listTicketsQuerySchema,
    // without a text an index gives the page
    dear: {
      lane: 'reading',
      cost: ({ query }) => (query.text === undefined ? 0 : 1),
    },
    answer: page(ticketPageSchema, 'One page of tickets.'),
    handle: ({ desk, caller, query }) => desk.list(caller, query),
  }),

  endpoint({
    method: 'get',
    path: '/counts',
    operationId: 'countTickets',
    summary: 'How many tickets match and may be seen, by light',
    description: 'Counting the tickets of one light stops at 10,000.',
    tag: 'Tickets',
    query: ticketFilterSchema,
    dear: { lane: 'reading' },
    answer: found(ticketCountsSchema, 'The number of tickets of each light.'),
    handle: ({ desk, caller, query }) => desk.count(caller, query),
  }),

  endpoint({
    method: 'post',
    path: '/counts',
    operationId: 'countViews',
    summary: 'How many tickets of several views may be seen, up to a cap',
    description: 'Changes nothing: the filters are too long for an address.',
    tag: 'Tickets',
    body: countViewsRequestSchema,
    dear: {
      lane: 'reading',
      cost: ({ body }) => Math.ceil(body.views.length / 10),
    },
    answer: found(viewCountsSchema, 'The number of tickets in each view.'),
    handle: ({ desk, caller, body }) => desk.countViews(caller, body),
  }),

  endpoint({
    method: 'get',
    path: '/tickets/{ticket}',
    operationId: 'getTicket',
    summary: 'One ticket as the caller may see it',
    description:
      'With its newest messages, if they are asked for. The counter of its number is enough where it means one ticket.',
    tag: 'Tickets',
    query: getTicketQuerySchema,
    answer: {
      ...foundTicket,
      schema: ticketWithMessagesSchema.partial({ messages: true }),
    },
    handle: ({ desk, caller, path, query }) =>
      query.include === 'messages'
        ? desk.getWithMessages(caller, path.ticket)
        : desk.get(caller, path.ticket),
  }),

  endpoint({
    method: 'patch',
    path: '/tickets/{ticket}',
    operationId: 'editTicket',
    summary: 'Change fields of a ticket',
    description: 'What is named is changed; what is absent stays as it is.',
    tag: 'Tickets',
    headers: ['If-Match'],
    body: editTicketRequestSchema,
    answer: changedTicket,
    handle: ({ desk, caller, target, body }) => desk.edit(caller, target, body),
  }),

  endpoint({
    method: 'delete',
    path: '/tickets/{ticket}',
    operationId: 'deleteTicket',
    summary: 'Remove a ticket with its messages and files, for good',
    tag: 'Tickets',
    headers: ['If-Match'],
    answer: nothing,
    handle: ({ desk, caller, target }) => desk.delete(caller, target),
  }),

  endpoint({
    method: 'post',
    path: '/tickets/{ticket}/read',
    operationId: 'markRead',
    summary: 'Say that the caller has looked at the ticket',
    description: 'The workflow may react.',
    tag: 'Tickets',
    answer: changedTicket,
    handle: ({ desk, caller, target }) => desk.markRead(caller, target),
  }),
];
