import { once } from 'node:events';
import http, { type IncomingMessage, type Server } from 'node:http';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import type { Desk } from '../desk/Desk';
import { ThrottledLogger } from '../desk/ThrottledLogger';
import { createRouter } from '../http/createRouter';
import { type ExportBounds, Exports } from '../http/export/Exports';
import { createGate } from '../http/sharing/Gate';
import { createLanes } from '../http/sharing/Lanes';
import { caller } from './testDesk';

/**
 * A desk's HTTP API with bounds of exports that a test can wait for.
 *
 * @param known - ends when it is known who calls. Default: at once
 */
export async function startExportServer(
  desk: Desk,
  bounds: Partial<ExportBounds>,
  known: () => Promise<void> = async () => {},
) {
  const exports = new Exports({
    atOnce: 3,
    perPerson: 2,
    patience: 60_000,
    pace: 16_384,
    longest: 60_000,
    ...bounds,
  });
  const logger = mockServices.logger.mock();
  const middleware = MiddlewareFactory.create({
    config: mockServices.rootConfig(),
    logger,
  });
  const app = express();
  app.use(middleware.compression());
  app.use(
    createRouter({
      desk,
      exports,
      gate: createGate(),
      lanes: createLanes(10),
      logger,
      throttledLogger: new ThrottledLogger(logger, () => new Date()),
      callerOf: async request => {
        await known();
        return caller(request.get('Person') ?? 'admin');
      },
    }),
  );
  app.use(middleware.error());
  const server: Server = app.listen(0);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;

  /** Asks, and reads nothing of the answer yet. */
  async function ask(
    path: string,
    headers: Record<string, string> = {},
  ): Promise<IncomingMessage> {
    const sent = http.get({ port, path, headers, agent: false });
    const [answer] = await once(sent, 'response');
    return answer;
  }

  return {
    ask,
    exports,
    logger,
    port,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
