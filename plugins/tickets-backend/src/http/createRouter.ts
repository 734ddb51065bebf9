import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { HttpContext } from './HttpContext';
import { addConversationRoutes } from './conversationRoutes';
import { addDeskRoutes } from './deskRoutes';
import { addTicketRoutes } from './ticketRoutes';
import { addWorkflowRoutes } from './workflowRoutes';

/** Room for the longest message in any script, and for the rest of a request. */
const MAX_BODY = '512kb';

/** The desk's HTTP API, below `/api/tickets`. */
export function createRouter(context: HttpContext): Router {
  const router = PromiseRouter();
  router.use(express.json({ limit: MAX_BODY }));
  addDeskRoutes(router, context);
  addTicketRoutes(router, context);
  addConversationRoutes(router, context);
  addWorkflowRoutes(router, context);
  return router;
}
