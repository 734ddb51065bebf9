import {
  type TicketLinks,
  linkRequestSchema,
  mergeRequestSchema,
  splitRequestSchema,
  ticketLinksSchema,
  unlinkQuerySchema,
  workOrderRequestSchema,
} from '@portaldesk/plugin-tickets-common';
import { changed, changedTicket, createdTicket, found } from './answers';
import { endpoint } from './endpoint';

const changedLinks = changed<TicketLinks>(
  ticketLinksSchema,
  'The links after the change.',
);

/** How tickets belong together. */
export const relationRoutes = [
  endpoint({
    method: 'get',
    path: '/tickets/{ticket}/links',
    operationId: 'listLinks',
    summary: 'The links to those tickets that the caller may read',
    tag: 'Relations',
    answer: found(ticketLinksSchema, 'The links.'),
    handle: ({ desk, caller, path }) => desk.links(caller, path.ticket),
  }),

  endpoint({
    method: 'post',
    path: '/tickets/{ticket}/links',
    operationId: 'linkTickets',
    summary: 'Link the ticket with another one',
    tag: 'Relations',
    headers: ['If-Match'],
    body: linkRequestSchema,
    answer: changedLinks,
    handle: ({ desk, caller, target, body }) => desk.link(caller, target, body),
  }),

  endpoint({
    method: 'delete',
    path: '/tickets/{ticket}/links',
    operationId: 'unlinkTickets',
    summary: 'Take a link away',
    tag: 'Relations',
    headers: ['If-Match'],
    query: unlinkQuerySchema,
    answer: changedLinks,
    handle: ({ desk, caller, target, query }) =>
      desk.unlink(caller, target, query),
  }),

  endpoint({
    method: 'post',
    path: '/tickets/{ticket}/merge',
    operationId: 'mergeTicket',
    summary: 'Put the ticket into another one',
    description:
      'Its conversation, files, people and number lead to the other ticket from then on, which is the answer.',
    tag: 'Relations',
    headers: ['If-Match'],
    body: mergeRequestSchema,
    answer: changedTicket,
    handle: ({ desk, caller, target, body }) =>
      desk.merge(caller, target, body),
  }),

  endpoint({
    method: 'post',
    path: '/tickets/{ticket}/split',
    operationId: 'splitTicket',
    summary: 'Make a reply the first message of a ticket of its own',
    tag: 'Relations',
    headers: ['If-Match'],
    body: splitRequestSchema,
    dear: { lane: 'writing' },
    answer: createdTicket('The new ticket.'),
    handle: ({ desk, caller, target, body }) =>
      desk.split(caller, target, body),
  }),

  endpoint({
    method: 'post',
    path: '/tickets/{ticket}/work-orders',
    operationId: 'createWorkOrder',
    summary: 'File an internal ticket for work that the ticket needs',
    description: 'What is absent is taken over from the ticket.',
    tag: 'Relations',
    headers: ['If-Match'],
    body: workOrderRequestSchema,
    bodyOptional: true,
    dear: { lane: 'writing' },
    answer: createdTicket('The work order.'),
    handle: ({ desk, caller, target, body }) =>
      desk.createWorkOrder(caller, target, body),
  }),
];
