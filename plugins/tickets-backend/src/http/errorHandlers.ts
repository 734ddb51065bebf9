import type { ErrorRequestHandler } from 'express';
import { InvalidRequestError, issueAt } from '../desk/errors';

/** A percent sign that begins nothing, or bytes that are no UTF-8. */
export const refuseUndecodable: ErrorRequestHandler = (
  error,
  _request,
  _response,
  next,
) => {
  next(
    error instanceof URIError
      ? new InvalidRequestError([
          issueAt('path', 'is not encoded as a URL', 'wrong-format', {
            format: 'uri',
          }),
        ])
      : error,
  );
};

/** What a stream fails with when the other side leaves. */
const brokenOff = new Set([
  'ECONNABORTED',
  'ECONNRESET',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/**
 * A caller who hangs up hears no answer, and is no failure of the desk that the
 * log should know of.
 */
export const leaveHungUp: ErrorRequestHandler = (
  error,
  request,
  response,
  next,
) => {
  if (!request.socket.destroyed || !brokenOff.has(error.code)) {
    next(error);
    return;
  }
  response.destroy();
};
