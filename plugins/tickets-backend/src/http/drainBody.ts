import type { Request, Response } from 'express';

/** How long the sender of a refused body has to take note, in milliseconds. */
const GRACE = 2_000;

/** How much may still come in meanwhile, in bytes. */
const MAX_DROPPED = 16 * 1024 * 1024;

/**
 * Ends the connection of a request that is answered before all of its body came
 * in: soon after the answer rather than at once, since closing with bytes unread
 * would make many senders lose the answer. What comes in meanwhile is dropped.
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
