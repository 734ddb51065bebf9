import { pipeline } from 'node:stream/promises';
import { attachmentSchema } from '@portaldesk/plugin-tickets-common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { FileDownload } from '../desk/attachments/downloadFile';
import { nothing } from './answers';
import { contentDisposition } from './contentDisposition';
import { endUnreadBody } from './endUnreadBody';
import { endpoint, rawEndpoint } from './endpoint';
import { UnsupportedMediaTypeError } from './errors';
import { parse } from './parse';
import { enterGate, takeTurn } from './sharing/takeTurn';

const uploadQuerySchema = z.strictObject({
  /** The name of the file; harmful parts of it are removed. */
  name: z.string().min(1).max(1024),
});

/** Files, which are uploaded first and attached to a message by their ids then. */
export const fileRoutes = [
  rawEndpoint(
    {
      method: 'post',
      path: '/files',
      operationId: 'uploadFile',
      summary: 'Upload a file',
      description:
        'The body is the content of the file; what it is, the desk finds out by itself. The file can be attached by its id to a ticket or a message within a day.',
      tag: 'Files',
      query: uploadQuerySchema,
      body: { '*/*': undefined },
      answer: {
        status: 201,
        description: 'The file.',
        schema: attachmentSchema,
        headers: ['Location'],
      },
      refusals: [409, 413, 415],
    },
    async ({ desk, gate, lanes, callerOf }, request, response) => {
      endUnreadBody(request, response);
      const caller = await callerOf(request);
      const leave = await enterGate(gate, caller.ref, response);
      // what comes in has a lane of its own
      leave();
      const { name } = parse(uploadQuerySchema, request.query, ['query']);
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
      response
        .status(201)
        .location(`${request.baseUrl}/files/${attachment.id}`)
        .json(attachment);
    },
  ),

  rawEndpoint(
    {
      method: 'get',
      path: '/files/{file}',
      operationId: 'downloadFile',
      summary: 'The content of a file',
      description:
        'For those who may read the message it is attached to; before it is attached, for the person who uploaded it.',
      tag: 'Files',
      answer: {
        status: 200,
        description: 'The content.',
        content: { '*/*': undefined },
        headers: ['Content-Disposition'],
      },
    },
    async ({ desk, gate, callerOf }, request, response) => {
      const caller = await callerOf(request);
      const leave = await enterGate(gate, caller.ref, response);
      const found = await desk
        .downloadFile(caller, request.params.file)
        // how long it is read does not hold others up
        .finally(leave);
      await send(found, response);
    },
  ),

  endpoint({
    method: 'delete',
    path: '/files/{file}',
    operationId: 'discardFile',
    summary: 'Discard a file that is not attached yet',
    tag: 'Files',
    answer: nothing,
    handle: ({ desk, caller, path }) => desk.discardFile(caller, path.file),
  }),
];

/** @throws UnsupportedMediaTypeError for a body that would have to be decoded */
function requirePlainContent(request: Request): void {
  const encoding = request.get('Content-Encoding') ?? 'identity';
  if (encoding !== 'identity') {
    throw new UnsupportedMediaTypeError(
      'Send the content as it is, without Content-Encoding',
    );
  }
}

/** Nothing in a file may run in the portal's name, whatever the file holds. */
async function send(
  { attachment, contentType, harmless, content }: FileDownload,
  response: Response,
): Promise<void> {
  const { name, size } = attachment;
  // express would say of every text that it is UTF-8
  response.setHeader('Content-Type', contentType);
  response.set({
    'Content-Length': String(size),
    'Content-Disposition': contentDisposition(
      harmless ? 'inline' : 'attachment',
      name,
    ),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    // compressing would hide how much is left
    'Cache-Control': 'private, no-store, no-transform',
  });
  try {
    await pipeline(content, whole(size), response);
  } catch (error) {
    if (!isEndedByReader(error)) {
      throw error;
    }
  }
}

/** An answer that falls short is cut off, instead of ending as if it were whole. */
function whole(size: number) {
  return async function* counted(content: AsyncIterable<Buffer>) {
    let missing = size;
    for await (const chunk of content) {
      missing -= chunk.length;
      yield chunk;
    }
    if (missing !== 0) {
      throw new Error(`The storage holds a file of another size than ${size}`);
    }
  };
}

function isEndedByReader(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ERR_STREAM_PREMATURE_CLOSE'
  );
}
