import { randomBytes } from 'node:crypto';
import { ServiceUnavailableError, isError } from '@backstage/errors';
import type { ErrorCode } from '@portaldesk/plugin-tickets-common';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { errorForLog } from '../desk/errorForLog';
import { UnavailableError } from '../desk/errors';
import type { HttpContext } from './HttpContext';
import { errorCodeOf } from '../desk/errorCode';
import { TooBusyError, TooManyRequestsError } from './sharing/errors';

/** When to try again, in seconds. */
const RETRY_AFTER = 60;

/**
 * Answers failures of the desk itself. The response has an id, under which the
 * log has the reason; it never has what a database, a policy or another service
 * said.
 */
export function sendErrors({
  logger,
  throttledLogger,
}: Pick<HttpContext, 'logger' | 'throttledLogger'>): ErrorRequestHandler {
  function logUnavailable(error: UnavailableError): void {
    throttledLogger.error(
      `${error.source} unavailable`,
      `Requests are answered with 503, because this does not work at the moment: ${error.source}`,
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
    const code = isError(error) ? errorCodeOf(error) : undefined;
    if (error instanceof ServiceUnavailableError) {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      const seconds =
        error instanceof UnavailableError || error instanceof TooBusyError
          ? error.retryAfter
          : RETRY_AFTER;
      response.set('Retry-After', String(seconds));
      answer(request, response, 503, {
        name: error.name,
        message: error.message,
        code: 'unavailable',
      });
    } else if (isError(error) && code !== undefined) {
      next(Object.assign(error, { code }));
    } else {
      const id = randomBytes(10).toString('hex');
      logger.error(
        `${request.method} ${request.path} failed (${id})`,
        errorForLog(error),
      );
      if (response.headersSent) {
        // cut off, so that it does not look complete
        response.destroy();
        return;
      }
      answer(request, response, 500, {
        code: 'internal-error',
        name: 'InternalServerError',
        message: `Something went wrong. The log of the portal has the reason under ${id}.`,
      });
    }
  };
}

function answer(
  { method, url }: Request,
  response: Response,
  statusCode: number,
  error: {
    readonly name: string;
    readonly message: string;
    readonly code: ErrorCode;
  },
): void {
  response.status(statusCode).json({
    error,
    request: { method, url },
    response: { statusCode },
  });
}
