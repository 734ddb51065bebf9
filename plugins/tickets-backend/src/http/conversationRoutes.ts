import {
  addMessageRequestSchema,
  pageQuerySchema,
} from '@portaldesk/plugin-tickets-common';
import type { Router } from 'express';
import type { HttpContext } from './HttpContext';
import { parseBody, parseQuery, targetOf } from './parse';

/** The messages of a ticket, and its history. */
export function addConversationRoutes(
  router: Router,
  { desk, callerOf }: HttpContext,
): void {
  router.get('/tickets/:ticket/messages', async (request, response) => {
    const caller = await callerOf(request);
    const page = parseQuery(pageQuerySchema, request);
    response.json(await desk.messages(caller, request.params.ticket, page));
  });

  router.post('/tickets/:ticket/messages', async (request, response) => {
    const caller = await callerOf(request);
    const body = parseBody(addMessageRequestSchema, request);
    const message = await desk.addMessage(caller, targetOf(request), body);
    response.status(201).json(message);
  });

  router.get('/tickets/:ticket/events', async (request, response) => {
    const caller = await callerOf(request);
    const page = parseQuery(pageQuerySchema, request);
    response.json(await desk.events(caller, request.params.ticket, page));
  });
}
