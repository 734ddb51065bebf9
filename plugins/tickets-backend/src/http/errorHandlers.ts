import type { ErrorRequestHandler } from 'express';
import { InvalidRequestError, issueAt } from '../desk/errors';

/** An incomplete percent encoding, or bytes that are not UTF-8. */
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

/** The errors of a stream whose other side hung up. */
const brokenOff = new Set([
  'ECONNABORTED',
  'ECONNRESET',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/** A caller who hangs up gets no response, and that is not a failure to log. */
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
