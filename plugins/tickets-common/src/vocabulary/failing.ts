import type {
  IssueCode,
  IssueParams,
  ParamsOfIssue,
} from '../model/requestIssue';

/** What a refinement of a schema says when it fails. */
export interface Failure {
  readonly message: string;
  readonly params: { readonly code: IssueCode; readonly params: IssueParams };
}

/** {@inheritDoc Failure} */
export function failing<Code extends IssueCode>(
  message: string,
  code: Code,
  ...[params]: ParamsOfIssue<Code>
): Failure {
  return { message, params: { code, params: params ?? {} } };
}
