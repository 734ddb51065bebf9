import type { Request } from 'express';
import { HungUpError } from '../http/sharing/takeTurn';

/** Most files of one form. */
export const MAX_FILES = 5;

/** Most bytes of one of them. */
export const MAX_FILE_SIZE = 1_000_000;

/** Room for the files, for the longest text in any script, and the rest. */
const MAX_BODY = MAX_FILES * MAX_FILE_SIZE + 1_000_000;

/** Most parts of a form: more than any of ours has. */
const MAX_PARTS = 40;

/** How long it may take to arrive, in milliseconds. */
const PATIENCE = 60_000;

/** A file as it was sent. */
export interface SentFile {
  readonly name: string;
  readonly content: Buffer;
}

/** What a person filled in. */
export interface Filled {
  /** What stands in a field; empty when it is not there. */
  text(name: string): string;
  readonly files: readonly SentFile[];
}

/** A form that is too large, in pieces that are none, or too slow. */
export class UnreadableFormError extends Error {}

/**
 * Reads a form that a browser sends: its fields, and its files.
 *
 * @throws UnreadableFormError for what is no form, or too much of one
 */
export async function readForm(request: Request): Promise<Filled> {
  const type = request.get('Content-Type') ?? '';
  const body = await readBody(request);
  requireFewParts(type, body);
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'Content-Type': type },
    }).formData();
    return await filled(form);
  } catch {
    throw new UnreadableFormError('It is not a form');
  }
}

async function filled(form: FormData): Promise<Filled> {
  const files: SentFile[] = [];
  for (const value of form.getAll('files')) {
    // browsers send an empty one where none was chosen
    if (typeof value !== 'string' && (value.size > 0 || value.name !== '')) {
      const content = Buffer.from(await value.arrayBuffer());
      files.push({ name: value.name, content });
    }
  }
  return {
    files,
    text: name => {
      const value = form.get(name);
      // browsers end lines as mails do
      return typeof value === 'string' ? value.replace(/\r\n/g, '\n') : '';
    },
  };
}

async function readBody(request: Request): Promise<Buffer> {
  if (Number(request.get('Content-Length') ?? 0) > MAX_BODY) {
    throw new UnreadableFormError('It is too large');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  const until = Date.now() + PATIENCE;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > MAX_BODY || Date.now() > until) {
      throw new UnreadableFormError('It is too large, or too slow');
    }
    chunks.push(chunk);
  }
  if (!request.complete) {
    throw new HungUpError();
  }
  return Buffer.concat(chunks);
}

/** Each part costs, also a part of nothing. */
function requireFewParts(type: string, body: Buffer): void {
  const boundary = /boundary="?([^";]{1,70})"?/i.exec(type)?.[1];
  const between = Buffer.from(boundary === undefined ? '&' : `--${boundary}`);
  let parts = 0;
  let at = body.indexOf(between);
  while (at >= 0) {
    parts += 1;
    if (parts > MAX_PARTS) {
      throw new UnreadableFormError('It has too many parts');
    }
    at = body.indexOf(between, at + between.length);
  }
}
