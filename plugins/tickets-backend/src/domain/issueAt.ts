import type {
  IssueCode,
  IssueParams,
  ParamsOfIssue,
  RequestIssue,
} from '@portaldesk/plugin-tickets-common';

/** What is wrong, for programs and translations. */
export type CodedIssue = Pick<RequestIssue, 'code' | 'params'>;

/** Most values that an issue lists in a parameter. */
const MAX_VALUES = 20;

/**
 * One thing that is wrong in a request.
 *
 * @param path - where: `subject`, `assets[1]`, `query.limit`
 * @param message - what, in English
 */
export function issueAt<Code extends IssueCode>(
  path: string,
  message: string,
  code: Code,
  ...params: ParamsOfIssue<Code>
): RequestIssue {
  return { path, message, ...coded(code, ...params) };
}

/** A code with its parameters; long lists are cut. */
export function coded<Code extends IssueCode>(
  code: Code,
  ...[params]: ParamsOfIssue<Code>
): CodedIssue {
  const bounded = Object.entries<IssueParams[string]>(params ?? {}).map(
    ([name, value]) => [
      name,
      Array.isArray(value) ? value.slice(0, MAX_VALUES) : value,
    ],
  );
  return { code, params: Object.fromEntries(bounded) };
}
