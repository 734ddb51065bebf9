import { ServiceUnavailableError } from '@backstage/errors';
import type { RequestHandler } from 'express';

/** When those come again for whom there is no room, in seconds. */
const RETRY_AFTER = 10;

/**
 * Lets a few requests through at the same time, each for a limited time, and
 * answers all others with 503: whatever callers send before it is known who they
 * are takes a bounded amount of memory.
 *
 * @param milliseconds - after which a request that is not answered is cut off
 */
export function fewAtOnce(most: number, milliseconds: number): RequestHandler {
  let underWay = 0;
  return (request, response, next) => {
    if (underWay >= most) {
      response.set('Retry-After', String(RETRY_AFTER));
      next(new ServiceUnavailableError('Too much comes at the same time'));
      return;
    }
    underWay += 1;
    const tooLong = setTimeout(() => request.destroy(), milliseconds).unref();
    response.once('close', () => {
      clearTimeout(tooLong);
      underWay -= 1;
    });
    next();
  };
}
