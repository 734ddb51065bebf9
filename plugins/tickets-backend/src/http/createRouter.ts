import express, { type RequestHandler, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { HttpContext } from './HttpContext';
import { addConversationRoutes } from './conversationRoutes';
import { addDeskRoutes } from './deskRoutes';
import { addTicketRoutes } from './ticketRoutes';
import { addWorkflowRoutes } from './workflowRoutes';

/** Room for the longest message in any script, and for the rest of a request. */
const MAX_BODY = '512kb';

/**
 * What an answer holds depends on who asks, and an ETag names a version only:
 * no answer may serve another person, nor be confirmed by a 304.
 */
const keepOutOfCaches: RequestHandler = (request, response, next) => {
  delete request.headers['if-none-match'];
  response.set('Cache-Control', 'no-store');
  next();
};

/** The desk's HTTP API, below `/api/tickets`. */
export function createRouter(context: HttpContext): Router {
  const router = PromiseRouter();
  router.use(keepOutOfCaches);
  router.use(express.json({ limit: MAX_BODY }));
  addDeskRoutes(router, context);
  addTicketRoutes(router, context);
  addConversationRoutes(router, context);
  addWorkflowRoutes(router, context);
  return router;
}
