import {
  editTicketRequestSchema,
  fileTicketRequestSchema,
  listTicketsQuerySchema,
  ticketFilterSchema,
} from '@portaldesk/plugin-tickets-common';
import type { Router } from 'express';
import type { HttpContext } from './HttpContext';
import { sendTicket } from './answer';
import { parseBody, parseQuery, targetOf } from './parse';

/** Tickets: file, list, count, get, edit. */
export function addTicketRoutes(
  router: Router,
  { desk, callerOf }: HttpContext,
): void {
  router.post('/tickets', async (request, response) => {
    const caller = await callerOf(request);
    const body = parseBody(fileTicketRequestSchema, request);
    const ticket = await desk.file(caller, body);
    response
      .status(201)
      .location(`${request.baseUrl}/tickets/${encodeURIComponent(ticket.id)}`);
    sendTicket(response, ticket);
  });

  router.get('/tickets', async (request, response) => {
    const caller = await callerOf(request);
    const query = parseQuery(listTicketsQuerySchema, request);
    response.json(await desk.list(caller, query));
  });

  router.get('/counts', async (request, response) => {
    const caller = await callerOf(request);
    const filter = parseQuery(ticketFilterSchema, request);
    response.json(await desk.count(caller, filter));
  });

  router.get('/tickets/:ticket', async (request, response) => {
    const caller = await callerOf(request);
    sendTicket(response, await desk.get(caller, request.params.ticket));
  });

  router.patch('/tickets/:ticket', async (request, response) => {
    const caller = await callerOf(request);
    const body = parseBody(editTicketRequestSchema, request);
    sendTicket(response, await desk.edit(caller, targetOf(request), body));
  });
}
