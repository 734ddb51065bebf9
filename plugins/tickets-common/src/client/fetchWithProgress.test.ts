import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchWithProgress } from './fetchWithProgress';

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
};

describe('fetchWithProgress', () => {
  let server: Server;
  let url: string;
  let answered: boolean;
  let received = () => {};

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.method === 'OPTIONS') {
        response.writeHead(204, CORS).end();
        return;
      }
      let size = 0;
      request.on('data', chunk => {
        size += chunk.length;
      });
      request.on('end', () => {
        if (request.url === '/never') {
          received();
          return;
        }
        answered = true;
        const { authorization } = request.headers;
        response
          .writeHead(413, { ...CORS, 'Retry-After': '7' })
          .end(JSON.stringify({ size, authorization }));
      });
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    answered = false;
  });

  it('answers as fetch does', async () => {
    const response = await fetchWithProgress(
      url,
      {
        method: 'POST',
        headers: { Authorization: 'Bearer secret' },
        body: 'x'.repeat(100_000),
      },
      () => {},
    );

    expect(response.ok).toBe(false);
    expect(response.status).toBe(413);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(answered).toBe(true);
  });

  it('is aborted by its signal', async () => {
    const abort = new AbortController();
    received = () => abort.abort();
    const sending = fetchWithProgress(
      `${url}/never`,
      { method: 'POST', body: 'x', signal: abort.signal },
      () => {},
    );
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
    await expect(
      fetchWithProgress(url, { signal: AbortSignal.abort() }, () => {}),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('fails when nothing answers', async () => {
    await expect(
      fetchWithProgress('http://127.0.0.1:1', {}, () => {}),
    ).rejects.toThrow(TypeError);
  });
});
