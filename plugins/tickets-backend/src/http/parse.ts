import { InputError } from '@backstage/errors';
import type { Request } from 'express';
import type { z } from 'zod';
import type { TicketTarget } from '../desk/Desk';
import { InvalidRequestError } from '../desk/errors';

/** @throws InvalidRequestError with the path of each wrong field */
export function parseBody<T extends z.ZodType>(
  schema: T,
  request: Request,
): z.infer<T> {
  return parse(schema, request.body ?? {}, []);
}

/** @throws InvalidRequestError with paths that begin with `query` */
export function parseQuery<T extends z.ZodType>(
  schema: T,
  request: Request,
): z.infer<T> {
  return parse(schema, request.query, ['query']);
}

/**
 * The ticket that a request is about, and the version in its `If-Match`.
 *
 * Proxies that compress make our ETags weak; they name the version all the same.
 *
 * @throws InputError when the header holds anything but one of our ETags
 */
export function targetOf(request: Request): TicketTarget {
  const { ticket } = request.params;
  const ifMatch = request.get('If-Match');
  if (ifMatch === undefined || ifMatch === '*') {
    return { ticket };
  }
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch)?.[1];
  if (version === undefined) {
    throw new InputError('If-Match: use the ETag of the ticket, such as "3"');
  }
  return { ticket, version: Number(version) };
}

function parse<T extends z.ZodType>(
  schema: T,
  value: unknown,
  where: string[],
): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new InvalidRequestError(
      parsed.error.issues.flatMap(issue => issuesOf(issue, where)),
    );
  }
  return parsed.data;
}

function issuesOf(issue: z.core.$ZodIssue, where: string[]) {
  const path = [...where, ...issue.path];
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map(key => ({
        path: pathText([...path, key]),
        message: 'there is no such field',
      }))
    : [{ path: pathText(path), message: issue.message }];
}

function pathText(path: readonly PropertyKey[]): string {
  return (
    path.reduce<string>((text, key) => {
      if (typeof key === 'number') {
        return `${text}[${key}]`;
      }
      return text ? `${text}.${String(key)}` : String(key);
    }, '') || 'body'
  );
}
