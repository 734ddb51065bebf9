import {
  changeStatusRequestSchema,
  handOverRequestSchema,
} from '@portaldesk/plugin-tickets-common';
import type { Router } from 'express';
import type { HttpContext } from './HttpContext';
import { sendTicket } from './answer';
import { parseBody, targetOf } from './parse';

/** What moves a ticket on: its status and its assignment. */
export function addWorkflowRoutes(
  router: Router,
  { desk, callerOf }: HttpContext,
): void {
  router.put('/tickets/:ticket/status', async (request, response) => {
    const caller = await callerOf(request);
    const { status } = parseBody(changeStatusRequestSchema, request);
    sendTicket(
      response,
      await desk.changeStatus(caller, targetOf(request), status),
    );
  });

  router.put('/tickets/:ticket/assignment', async (request, response) => {
    const caller = await callerOf(request);
    const body = parseBody(handOverRequestSchema, request);
    sendTicket(response, await desk.handOver(caller, targetOf(request), body));
  });

  router.post('/tickets/:ticket/take-over', async (request, response) => {
    const caller = await callerOf(request);
    sendTicket(response, await desk.takeOver(caller, targetOf(request)));
  });

  router.post('/tickets/:ticket/close', async (request, response) => {
    const caller = await callerOf(request);
    sendTicket(response, await desk.close(caller, targetOf(request)));
  });

  router.post('/tickets/:ticket/reopen', async (request, response) => {
    const caller = await callerOf(request);
    sendTicket(response, await desk.reopen(caller, targetOf(request)));
  });
}
