import type { RequestHandler } from 'express';

/**
 * Lets in only pages of this server itself: other sites in the same browser
 * neither read mails here, by a name of theirs that leads to this machine, nor
 * write any.
 */
export function ownPagesOnly(port: number): RequestHandler {
  const hosts = [`localhost:${port}`, `127.0.0.1:${port}`];
  return (request, response, next) => {
    const host = request.get('Host') ?? '';
    const origin = request.get('Origin');
    const isOwn =
      hosts.includes(host) &&
      (request.method === 'GET' || origin === `http://${host}`);
    if (isOwn) {
      next();
    } else {
      response.status(403).type('text').send('Forbidden');
    }
  };
}
