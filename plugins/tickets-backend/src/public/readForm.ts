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

/** How long it may take to arrive, and to stand still, in milliseconds. */
const PATIENCE = { whole: 60_000, still: 20_000 };

/**
 * As browsers write the type of a form. Of another one a parser could find other
 * separators than those that are counted.
 */
const MULTIPART =
  /^multipart\/form-data;\s*boundary=("?)([\w'()+,./:=?-]{1,70})\1$/i;
const URLENCODED =
  /^application\/x-www-form-urlencoded(?:;\s*charset=utf-8)?$/i;

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
export async function readForm(
  request: Request,
  patience: typeof PATIENCE = PATIENCE,
): Promise<Filled> {
  const type = (request.get('Content-Type') ?? '').trim();
  const separator = separatorOf(type);
  const body = await readBody(request, patience);
  requireFewParts(separator, body);
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

/** @throws UnreadableFormError for the type of something else */
function separatorOf(type: string): string {
  const boundary = MULTIPART.exec(type)?.[2];
  if (boundary !== undefined) {
    return `--${boundary}`;
  }
  if (!URLENCODED.test(type)) {
    throw new UnreadableFormError('It is not a form');
  }
  return '&';
}

async function readBody(
  request: Request,
  patience: typeof PATIENCE,
): Promise<Buffer> {
  if (Number(request.get('Content-Length') ?? 0) > MAX_BODY) {
    throw new UnreadableFormError('It is too large');
  }
  const until = performance.now() + patience.whole;
  const chunks: Buffer[] = [];
  let size = 0;
  const iterator = request.iterator({ destroyOnReturn: false });
  try {
    for (;;) {
      const left = Math.min(until - performance.now(), patience.still);
      const { done, value } = await within(left, iterator.next());
      if (done) {
        break;
      }
      size += value.length;
      if (size > MAX_BODY) {
        throw new UnreadableFormError('It is too large');
      }
      chunks.push(value);
    }
  } finally {
    // not awaited: what it waits for may never come
    iterator.return?.().catch(() => {});
  }
  if (!request.complete) {
    throw new HungUpError();
  }
  return Buffer.concat(chunks);
}

/** Who sends nothing more does not keep the place of others. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new UnreadableFormError('It is too slow')),
      Math.max(0, milliseconds),
    );
  });
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}

/** Each part costs, also a part of nothing. */
function requireFewParts(separator: string, body: Buffer): void {
  const between = Buffer.from(separator);
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
