import express, { type ErrorRequestHandler } from 'express';
import type { InboxOptions } from './InboxOptions';
import { ownPagesOnly } from './guard';
import { createInboxRouter } from './inboxRouter';

/**
 * Serves the inboxes to browsers on this machine.
 *
 * @throws Error when the port is taken
 */
export async function startInbox(options: InboxOptions) {
  const onError: ErrorRequestHandler = (error, _request, response, _next) => {
    response
      .status(error.status ?? 500)
      .type('text')
      .send(String(error.message));
  };
  const app = express()
    .disable('x-powered-by')
    .use(ownPagesOnly(options.port))
    .use(createInboxRouter(options))
    .use(onError);
  const server = await new Promise<ReturnType<typeof app.listen>>(
    (resolve, reject) => {
      const listening = app.listen(options.port, '127.0.0.1', () =>
        resolve(listening),
      );
      listening.once('error', reject);
    },
  );
  return {
    stop: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
