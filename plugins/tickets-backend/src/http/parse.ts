import type { z } from 'zod';
import { InvalidRequestError, type InputIssue } from '../desk/errors';
import { pathText } from './pathText';
import { requireBounded } from './requestBounds';
import { ownWords, queryWords } from './words';

/**
 * Parses a part of a request, unless it is too large for that.
 *
 * @param where - the part: nothing for the body, else such as `query`
 * @throws InvalidRequestError with the path of each wrong field
 */
export function parse<T extends z.ZodType>(
  schema: T,
  value: unknown,
  where: readonly string[],
): z.output<T> {
  requireBounded(value, where);
  const parsed = schema.safeParse(value, {
    error: where[0] === 'query' ? queryWords : ownWords,
  });
  if (!parsed.success) {
    throw new InvalidRequestError(
      parsed.error.issues.flatMap(issue => issuesOf(issue, where)),
    );
  }
  return parsed.data;
}

function issuesOf(
  issue: z.core.$ZodIssue,
  where: readonly string[],
): InputIssue[] {
  const path = [...where, ...issue.path];
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map(key => ({
        path: pathText([...path, key]),
        message: 'there is no such field',
      }))
    : [{ path: pathText(path), message: messageOf(issue) }];
}

/** Of a value that is none of several things: what each of them expects. */
function messageOf(issue: z.core.$ZodIssue): string {
  const messages =
    issue.code === 'invalid_union'
      ? new Set(issue.errors.flat().map(({ message }) => message))
      : new Set<string>();
  return messages.size ? alternatives([...messages]) : issue.message;
}

const EXPECTED = 'expected ';

/** `expected this, or that` */
function alternatives(messages: readonly string[]): string {
  const isPlain = messages.every(message => message.startsWith(EXPECTED));
  return messages
    .map((message, index) =>
      isPlain && index > 0 ? message.slice(EXPECTED.length) : message,
    )
    .join(', or ');
}
