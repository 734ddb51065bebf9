import type {
  IssueCode,
  RequestIssue,
} from '@portaldesk/plugin-tickets-common';

/** What is wrong with an answer, in the terms in which the desk refuses one. */
export interface AnswerIssue extends Pick<
  RequestIssue,
  'code' | 'params' | 'message'
> {
  path: string[];
}

/** An error of Ajv, as far as it is read here. */
interface SchemaError {
  keyword: string;
  instancePath: string;
  params: Record<string, unknown>;
  message?: string;
}

/** The code of each keyword, with the name that the limit has in its text. */
const CODES: Readonly<Record<string, [IssueCode, string?]>> = {
  required: ['required'],
  type: ['wrong-type'],
  minLength: ['too-short', 'minimum'],
  maxLength: ['too-long', 'maximum'],
  minItems: ['too-few', 'minimum'],
  maxItems: ['too-many', 'maximum'],
  minimum: ['too-small', 'minimum'],
  maximum: ['too-big', 'maximum'],
  uniqueItems: ['repeated'],
  pattern: ['wrong-format'],
  format: ['wrong-format'],
  enum: ['not-one-of'],
  const: ['not-one-of'],
};

/** They say only that one of several schemas has other errors. */
const CHOOSING = ['oneOf', 'anyOf', 'if'];

/** The errors that help the person who fills in the form. */
export function issuesFrom(errors: readonly SchemaError[]): AnswerIssue[] {
  const exact = errors.filter(({ keyword }) => !CHOOSING.includes(keyword));
  return (exact.length > 0 ? exact : errors).map(issueFrom);
}

function issueFrom(error: SchemaError): AnswerIssue {
  const { keyword, params, message = '' } = error;
  const [code, limit] = CODES[keyword] ?? ['invalid'];
  return {
    path: pathOf(error),
    code,
    message,
    params: {
      ...(limit !== undefined && { [limit]: Number(params.limit) }),
      ...(code === 'wrong-type' && { expected: String(params.type) }),
      ...(code === 'wrong-format' && {
        format: String(params.format ?? keyword),
      }),
      ...(code === 'not-one-of' && {
        values: [params.allowedValues ?? params.allowedValue]
          .flat()
          .map(String),
      }),
    },
  };
}

function pathOf({ instancePath, params }: SchemaError): string[] {
  const path = instancePath
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return typeof params.missingProperty === 'string'
    ? [...path, params.missingProperty]
    : path;
}
