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
    // a slow reader does not keep the lane from others
    .finally(leave);
  await sendFile(found, response);
};

/**
 * Nothing in a file may run on the portal's origin, whatever the file contains.
 */
export async function sendFile(
  { attachment, contentType, harmless, content }: FileDownload,
  response: Response,
): Promise<void> {
  const { name, size } = attachment;
  // express would declare every text as UTF-8
  response.setHeader('Content-Type', contentType);
  response.set({
    'Content-Length': String(size),
    'Content-Disposition': contentDisposition(
      harmless ? 'inline' : 'attachment',
      name,
    ),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    // compression would hide how much is left
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

/**
 * A response that fails halfway is cut off, so that it does not look complete.
 */
function whole(size: number) {
  return async function* counted(content: AsyncIterable<Buffer>) {
    let missing = size;
    for await (const chunk of content) {
      missing -= chunk.length;
      yield chunk;
    }
    if (missing !== 0) {
      throw new Error(`The file in the storage does not have ${size} bytes`);
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
