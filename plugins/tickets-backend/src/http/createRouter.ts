import type { RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { HttpContext } from './HttpContext';
import { endpoints } from './endpoints';
import { leaveHungUp, refuseUndecodable } from './errorHandlers';
import { sendErrors } from './errorResponses';
import { expressPath, refuseUnserved } from './notFound';

/**
 * A response depends on the caller, and an ETag names only a version. So no
 * response may be reused for another person or confirmed by a 304.
 */
const keepOutOfCaches: RequestHandler = (request, response, next) => {
  delete request.headers['if-none-match'];
  response.set('Cache-Control', 'no-store');
  next();
};

/**
 * The desk's HTTP API, below `/api/tickets`.
 *
 * @param publicPages - what is at `/public` for people who have no account
 */
export function createRouter(
  context: HttpContext,
  publicPages?: RequestHandler,
): Router {
  const router = PromiseRouter();
  router.use(keepOutOfCaches);
  if (publicPages) {
    router.use('/public', publicPages);
  }
  for (const { method, operation, serve } of endpoints) {
    router[method](expressPath(operation.path), (request, response) =>
      serve(context, request, response),
    );
  }
  refuseUnserved(
    router,
    endpoints.map(({ operation }) => operation),
  );
  router.use(refuseUndecodable, leaveHungUp, sendErrors(context));
  return router;
}
