import type { Request, Response } from 'express';

/**
 * How long the sender of a refused body has to read the response, in
 * milliseconds.
 */
const GRACE = 2_000;

/** How many bytes may still arrive in that time. */
const MAX_DROPPED = 16 * 1024 * 1024;

/**
 * Closes the connection of a request that was answered before all of its body
 * arrived: shortly after the response instead of immediately, because many
 * clients lose the response when a connection closes with unread bytes. What
 * arrives until then is dropped.
 */
export function drainBody(request: Request, response: Response): void {
  response.once('finish', () => {
    if (request.complete) {
      return;
    }
    const { socket } = request;
    const timer = setTimeout(() => socket.destroy(), GRACE);
    let dropped = 0;
    request.on('data', (chunk: Buffer) => {
      dropped += chunk.length;
      if (dropped > MAX_DROPPED) {
        socket.destroy();
      }
    });
    request.once('close', () => clearTimeout(timer));
    request.resume();
  });
}
