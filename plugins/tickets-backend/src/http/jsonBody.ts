import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import express, { type Request, type Response } from 'express';
import { InvalidRequestError, issueAt } from '../desk/errors';
import { UnsupportedMediaTypeError } from './errors';
import { HungUpError } from './sharing/takeTurn';

/**
 * Room for the longest message in any script, and for the rest of a request, in
 * bytes.
 */
const MAX_BODY = 512 * 1024;

/** How large bodies were, in bytes, once they were decompressed. */
const sizes = new WeakMap<IncomingMessage, number>();

const parseJson = promisify(
  express.json({
    limit: MAX_BODY,
    verify: (request, _response, body) => {
      sizes.set(request, body.length);
    },
  }),
);

/**
 * The JSON body of a request, or an empty object when it has none.
 *
 * @throws UnsupportedMediaTypeError for a body of another type
 * @throws InvalidRequestError for a body that is not JSON
 * @throws HungUpError when the caller hangs up before the end of the body
 */
export async function readJson(
  request: Request,
  response: Response,
): Promise<unknown> {
  if (!hasBody(request)) {
    return {};
  }
  if (!request.is('application/json')) {
    throw new UnsupportedMediaTypeError('Send the body as application/json');
  }
  try {
    await whileItComes(request, parseJson(request, response));
  } catch (error) {
    throw asRefusal(error);
  }
  return request.body;
}

/**
 * Reads a body to its end or until the caller hangs up, which the decompression
 * does not notice: it would wait forever.
 */
async function whileItComes(
  request: Request,
  reading: Promise<unknown>,
): Promise<void> {
  let leave: () => void = () => {};
  const left = new Promise<never>((_resolve, reject) => {
    leave = () => {
      if (!request.readableEnded) {
        reject(new HungUpError());
      }
    };
    request.once('close', leave);
    if (request.destroyed) {
      leave();
    }
  });
  try {
    await Promise.race([reading, left]);
  } finally {
    request.removeListener('close', leave);
  }
}

/** An error of the body parser as an issue of the body. */
function asRefusal(error: unknown): unknown {
  if (error instanceof SyntaxError) {
    return new InvalidRequestError([
      issueAt('body', 'expected a JSON object', 'wrong-format', {
        format: 'json',
      }),
    ]);
  }
  const { status } = error as { status?: unknown };
  return status === 400
    ? new InvalidRequestError([
        issueAt('body', 'could not be read', 'unreadable'),
      ])
    : error;
}

/**
 * The size of the body that a request announces, in bytes; of one that comes in
 * pieces or compressed, the most that it can be.
 */
export function announcedSize({ headers }: Request): number {
  const { 'content-encoding': encoding = 'identity' } = headers;
  const announced = Number(headers['content-length'] ?? 0);
  return headers['transfer-encoding'] === undefined && encoding === 'identity'
    ? announced
    : Math.max(announced, MAX_BODY);
}

/**
 * The size of a body that was read, in bytes; undefined for one that was not
 * read to its end.
 */
export function sizeRead(request: Request): number | undefined {
  return sizes.get(request);
}

function hasBody({ headers }: Request): boolean {
  return (
    headers['transfer-encoding'] !== undefined ||
    Number(headers['content-length'] ?? 0) > 0
  );
}
