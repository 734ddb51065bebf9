import type { RequestIssue } from '@portaldesk/plugin-tickets-common';
import type { z } from 'zod';
import { issueAt } from '../../domain/issueAt';
import { pathText } from './pathText';
import { codeOf, messageOf } from './zodIssues';

type Input<T extends z.ZodType> =
  | { readonly data: z.output<T>; readonly issues: readonly [] }
  | { readonly data?: undefined; readonly issues: readonly RequestIssue[] };

/**
 * Reads a part of a request.
 *
 * @param where - the part: nothing for the body, else such as `query`
 * @returns the data, or what is wrong with it, field by field
 */
export function readInput<T extends z.ZodType>(
  schema: T,
  value: unknown,
  where: readonly string[],
): Input<T> {
  const isQuery = where[0] === 'query';
  const { data, error } = schema.safeParse(value, {
    // codes depend on the value, which stays out of the messages
    reportInput: true,
    error: issue => messageOf(issue, isQuery),
  });
  return error
    ? { issues: error.issues.flatMap(issue => toIssues(issue, where, isQuery)) }
    : { data, issues: [] };
}

function toIssues(
  issue: z.core.$ZodIssue,
  where: readonly string[],
  isQuery: boolean,
): RequestIssue[] {
  const path = [...where, ...issue.path];
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map(key =>
        issueAt(
          pathText([...path, key]),
          'there is no such field',
          'unknown-field',
        ),
      )
    : [
        {
          path: pathText(path),
          message: describe(issue),
          ...codeOf(issue, isQuery),
        },
      ];
}

/**
 * What is wrong; for a value with several possible forms, what each expects.
 */
function describe(issue: z.core.$ZodIssue): string {
  const alternatives =
    issue.code === 'invalid_union'
      ? issue.errors.flat().map(({ message }) => message)
      : [];
  return [...new Set(alternatives)].join(', or ') || issue.message;
}
