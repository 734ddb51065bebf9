import { once } from 'node:events';
import http, { type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import express, { type ErrorRequestHandler, raw } from 'express';
import { eventually } from '../../__testUtils__/eventually';
import { fewAtOnce } from './fewAtOnce';

const failed: ErrorRequestHandler = (error, _request, response, _next) => {
  response.status(error.name === 'ServiceUnavailableError' ? 503 : 400).end();
};

describe('bodies of which nobody knows who sends them', () => {
  const servers: http.Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function start(milliseconds: number) {
    let reading = 0;
    const app = express()
      .use(fewAtOnce(2, milliseconds), (_request, _response, next) => {
        reading += 1;
        next();
      })
      .use(raw({ type: () => true }), (_request, response) => {
        response.status(202).end();
      })
      .use(failed);
    const server = app.listen(0);
    servers.push(server);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return {
      reading: () => reading,
      begin: (): ClientRequest => {
        const sent = http.request({
          port,
          method: 'POST',
          headers: { 'Content-Length': 4 },
        });
        sent.on('error', () => {});
        sent.write('ab');
        return sent;
      },
      post: () =>
        fetch(`http://localhost:${port}`, { method: 'POST', body: 'abcd' }),
    };
  }

  it('come a few at a time, and others are told when to come again', async () => {
    const { begin, post, reading } = await start(60_000);
    const [first] = [begin(), begin()];
    await eventually(() => expect(reading()).toBe(2));
    const refused = await post();
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    first.end('cd');
    await eventually(async () => expect((await post()).status).toBe(202));
  });

  it('take no place for ever, whether they break off or never end', async () => {
    const { begin, post, reading } = await start(200);
    const [broken] = [begin(), begin()];
    await eventually(() => expect(reading()).toBe(2));
    broken.destroy();
    await eventually(async () => expect((await post()).status).toBe(202));
    await sleep(250);
    begin();
    await eventually(() => expect(reading()).toBeGreaterThanOrEqual(4));
    expect((await post()).status).toBe(202);
  });
});
