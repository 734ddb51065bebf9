import {
  operations,
  uploadFileQuerySchema,
} from '@portaldesk/plugin-tickets-common';
import type { Request } from 'express';
import { drainBody } from '../drainBody';
import { UnsupportedMediaTypeError } from '../errors';
import type { Handler } from '../implement';
import { parse } from '../parse';
import { sendResult } from '../responses';
import { enterGate, takeTurn } from '../sharing/takeTurn';

/** Receives the content of a file as a stream. */
export const uploadFile: Handler = async (
  { desk, gate, lanes, callerOf },
  request,
  response,
) => {
  drainBody(request, response);
  const caller = await callerOf(request);
  const leave = await enterGate(gate, caller.ref, response);
  // uploads have their own lane
  leave();
  const { name } = parse(uploadFileQuerySchema, request.query, ['query']);
  requirePlainContent(request);
  const size = request.get('Content-Length');
  const attachment = await takeTurn(
    lanes.uploads,
    response,
    { person: caller.ref, cost: 1 },
    () =>
      desk.uploadFile(caller, {
        name,
        size: size === undefined ? undefined : Number(size),
        content: request,
      }),
  );
  sendResult(operations.uploadFile.response, attachment, request, response);
};

/** @throws UnsupportedMediaTypeError for a body that would have to be decoded */
function requirePlainContent(request: Request): void {
  const encoding = request.get('Content-Encoding') ?? 'identity';
  if (encoding !== 'identity') {
    throw new UnsupportedMediaTypeError(
      'Send the content as it is, without Content-Encoding',
    );
  }
}
