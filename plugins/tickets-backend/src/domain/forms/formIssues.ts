import type { RequestIssue } from '@portaldesk/plugin-tickets-common';
import type { ErrorObject } from 'ajv';
import { type CodedIssue, coded } from '../issueAt';
import { MAX_PATTERN_TEXT } from './LinearPattern';

/**
 * An error of a form as an issue, whose path is the name of the field and the
 * place inside it, such as `hosts[1].name`.
 */
export function asIssue(error: ErrorObject): RequestIssue {
  const { keyword, params, instancePath, message = 'is not valid' } = error;
  const rest = codeOf(error);
  switch (keyword) {
    case 'required':
      return {
        path: pathOf(`${instancePath}/${params.missingProperty}`),
        message: 'is required',
        ...rest,
      };
    case 'additionalProperties':
      return {
        path: pathOf(`${instancePath}/${params.additionalProperty}`),
        message: 'there is no such field',
        ...rest,
      };
    case 'enum':
      return {
        path: pathOf(instancePath),
        message: `must be one of ${params.allowedValues.join(', ')}`,
        ...rest,
      };
    default:
      return {
        path: pathOf(instancePath),
        message:
          rest.code === 'too-long' && keyword !== 'maxLength'
            ? `can have at most ${MAX_PATTERN_TEXT} characters`
            : message,
        ...rest,
      };
  }
}

/** The code of an error, by the keyword of JSON Schema that it is about. */
function codeOf({ keyword, params, data }: ErrorObject): CodedIssue {
  switch (keyword) {
    case 'required':
      return coded('required');
    case 'additionalProperties':
      return coded('unknown-field');
    case 'enum':
      return coded('not-one-of', { values: params.allowedValues.map(String) });
    case 'const':
      return coded('not-one-of', { values: [String(params.allowedValue)] });
    case 'type':
      return coded('wrong-type', { expected: String(params.type) });
    case 'pattern':
    case 'format':
      return typeof data === 'string' && data.length > MAX_PATTERN_TEXT
        ? coded('too-long', { maximum: MAX_PATTERN_TEXT })
        : coded('wrong-format', { format: params.format ?? keyword });
    case 'minLength':
      return coded('too-short', { minimum: params.limit });
    case 'maxLength':
      return coded('too-long', { maximum: params.limit });
    case 'minItems':
      return coded('too-few', { minimum: params.limit });
    case 'maxItems':
      return coded('too-many', { maximum: params.limit });
    case 'minimum':
      return coded('too-small', { minimum: params.limit });
    case 'maximum':
      return coded('too-big', { maximum: params.limit });
    case 'uniqueItems':
      return coded('repeated');
    default:
      return coded('invalid');
  }
}

/** A JSON pointer in the way in which the desk writes paths. */
function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => {
      if (/^\d+$/.test(part)) {
        return `${path}[${part}]`;
      }
      return path ? `${path}.${part}` : part;
    }, '');
}
