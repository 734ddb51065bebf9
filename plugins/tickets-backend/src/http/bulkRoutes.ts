import {
  bulkRequestSchema,
  bulkResultsSchema,
} from '@portaldesk/plugin-tickets-common';
import { found } from './answers';
import { endpoint } from './endpoint';

/** The same change of many tickets. */
export const bulkRoutes = [
  endpoint({
    method: 'post',
    path: '/bulk',
    operationId: 'changeTickets',
    summary: 'Do the same to many tickets, each in a step of its own',
    tag: 'Tickets',
    body: bulkRequestSchema,
    dear: { lane: 'writing', cost: ({ body }) => body.tickets.length },
    answer: found(
      bulkResultsSchema,
      'What came of each ticket, in the order of the request.',
    ),
    handle: ({ desk, caller, body }) => desk.bulk(caller, body),
  }),
];
