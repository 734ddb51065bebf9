import type { RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { HttpContext } from './HttpContext';
import { answerFailures } from './answerFailures';
import { endpoints } from './endpoints';
import { leaveHungUp, refuseUndecodable } from './errorHandlers';
import { expressPath, refuseUnserved } from './unserved';

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
  for (const { operation, serve } of endpoints) {
    router[operation.method](expressPath(operation.path), (request, response) =>
      serve(context, request, response),
    );
  }
  refuseUnserved(
    router,
    endpoints.map(({ operation }) => operation),
  );
  router.use(refuseUndecodable, leaveHungUp, answerFailures(context));
  return router;
}
