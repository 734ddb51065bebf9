import { once } from 'node:events';
import type { Server } from 'node:http';
import express from 'express';
import { sendText } from './sendText';

describe('a long text', () => {
  let server: Server;

  afterEach(() => server.close());

  it('is listened for at its response once, however many pieces it has', async () => {
    const piece = 'x'.repeat(200_000);
    const listened: unknown[] = [];
    async function* pieces() {
      for (let count = 0; count < 20; count += 1) {
        yield piece;
      }
    }
    const app = express();
    app.get('/', async (_request, response) => {
      // what compresses answers takes these listeners to itself, for good
      const on = response.on.bind(response);
      Object.assign(response, {
        on: (...args: Parameters<typeof on>) => {
          listened.push(args[0]);
          return on(...args);
        },
      });
      await sendText(pieces(), response);
    });
    server = app.listen(0);
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;

    const answer = await fetch(`http://localhost:${port}/`);

    await expect(answer.text()).resolves.toHaveLength(20 * piece.length);
    expect(listened.filter(event => event === 'drain')).toHaveLength(1);
  });
});
