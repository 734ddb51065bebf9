import { randomBytes } from 'node:crypto';
import { ServiceUnavailableError, isError } from '@backstage/errors';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { errorForLog } from '../desk/errorForLog';
import { UnavailableError } from '../desk/errors';
import type { HttpContext } from './HttpContext';
import { TooBusyError, TooManyRequestsError } from './sharing/errors';

/** After how long something may work again, in seconds. */
const RETRY_AFTER = 60;

/**
 * The errors by which the desk, or the framework before it, says what is wrong
 * with a request. Their texts are for the caller.
 */
const refusals = new Set([
  'AuthenticationError',
  'ConflictError',
  'FileTooLargeError',
  'FileTypeNotAllowedError',
  'InputError',
  'MethodNotAllowedError',
  'NotAllowedError',
  'NotFoundError',
  'PayloadTooLargeError',
  'StaleTicketError',
  'StaleViewError',
  'TooManyRequestsError',
  'UnsupportedMediaTypeError',
]);

/**
 * Answers what went wrong with the desk, and not with the request. The caller is
 * told that it did, and by which id the log knows why; never what a database, a
 * policy or another service said.
 */
export function sendErrors({
  logger,
  throttledLogger,
}: Pick<HttpContext, 'logger' | 'throttledLogger'>): ErrorRequestHandler {
  function logUnavailable(error: UnavailableError): void {
    throttledLogger.error(
      `${error.source} unavailable`,
      `Requests are answered with 503, since this does not work at the moment: ${error.source}`,
      error.failure,
    );
  }

  return (error: unknown, request, response, next) => {
    if (error instanceof UnavailableError) {
      logUnavailable(error);
    }
    if (error instanceof TooManyRequestsError && !response.headersSent) {
      response.set('Retry-After', String(error.retryAfter));
    }
    if (isError(error) && refusals.has(error.name)) {
      next(error);
    } else if (error instanceof ServiceUnavailableError) {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      const seconds =
        error instanceof UnavailableError || error instanceof TooBusyError
          ? error.retryAfter
          : RETRY_AFTER;
      response.set('Retry-After', String(seconds));
      answer(request, response, 503, error);
    } else {
      const id = randomBytes(10).toString('hex');
      logger.error(
        `${request.method} ${request.path} failed (${id})`,
        errorForLog(error),
      );
      if (response.headersSent) {
        // it is cut off, instead of ending as if it were whole
        response.destroy();
        return;
      }
      answer(request, response, 500, {
        name: 'InternalServerError',
        message: `Something went wrong; the log of the portal says what, under ${id}`,
      });
    }
  };
}

function answer(
  { method, url }: Request,
  response: Response,
  statusCode: number,
  { name, message }: { readonly name: string; readonly message: string },
): void {
  response.status(statusCode).json({
    error: { name, message },
    request: { method, url },
    response: { statusCode },
  });
}
