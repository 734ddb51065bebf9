import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PublicContext, PublicHandler } from './PublicContext';
import { askForWords, saveWords, useInbox } from './inbox';
import { sendReport, showChannels, showForm } from './report';
import { leaveNoTrace, publicServer } from './serve';

/** Where the public pages are, below `/api/tickets`. */
export const PUBLIC_PATH = '/public';

const showNothing: PublicHandler = async () => {
  throw new NotFoundError('There is no such page');
};

/**
 * The pages for people who have no account: complete without a script, and
 * without anything from elsewhere.
 */
export function createPublicRouter(context: PublicContext): Router {
  const router = PromiseRouter();
  const serve = publicServer(context);
  router.use(leaveNoTrace);
  router.get('/report', serve(showChannels));
  router.get('/report/:channel', serve(showForm));
  router.post('/report/:channel', serve(sendReport));
  router.get('/inbox', serve(askForWords));
  router.post('/inbox', serve(useInbox));
  router.post('/words', serve(saveWords));
  router.use(serve(showNothing));
  return router;
}
