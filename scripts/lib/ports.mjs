import { createServer } from 'node:net';

/** Whether this machine's port can be listened on, on every address. */
export async function isPortFree(port) {
  const taken = await Promise.all(
    [undefined, '127.0.0.1'].map(host => tryListening(port, host)),
  );
  return taken.every(Boolean);
}

function tryListening(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/**
 * The first port from this one on that nobody listens on at the moment, or
 * another one where many are taken.
 *
 * @param {number} port
 * @returns {Promise<number>}
 */
export async function freePortFrom(port) {
  for (let next = port; next < Math.min(port + 20, 65_536); next += 1) {
    if (await isPortFree(next)) return next;
  }
  return freePort();
}

/**
 * A port that nobody listens on at the moment.
 *
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (
        server.address()
      );
      server.close(() => resolve(port));
    });
  });
}
