import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { FileDownload } from '../../desk/attachments/downloadFile';
import { contentDisposition } from '../contentDisposition';
import type { Handler } from '../implement';
import { enterGate } from '../sharing/takeTurn';

/** Sends the content of a file. */
export const downloadFile: Handler = async (
  { desk, gate, callerOf },
  request,
  response,
) => {
  const caller = await callerOf(request);
  const leave = await enterGate(gate, caller.ref, response);
  const found = await desk
    .downloadFile(caller, request.params.file)
    // how long it is read does not hold others up
    .finally(leave);
  await send(found, response);
};

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
