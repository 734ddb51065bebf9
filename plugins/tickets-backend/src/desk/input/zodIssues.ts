import type { z } from 'zod';
import { type CodedIssue, coded } from '../../domain/issueAt';

/** The codes of limits of texts and lists; numbers are the default. */
const tooSmall = { string: 'too-short', array: 'too-few' } as const;
const tooBig = { string: 'too-long', array: 'too-many' } as const;

/**
 * The code of an issue of zod.
 *
 * @param isQuery - whether it is a query parameter, which can be repeated
 */
export function codeOf(issue: z.core.$ZodIssue, isQuery: boolean): CodedIssue {
  if (isRepeated(issue, isQuery)) {
    return coded('several-values');
  }
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? coded('required')
        : coded('wrong-type', { expected: jsonType(issue.expected) });
    case 'invalid_value':
      return issue.input === undefined
        ? coded('required')
        : coded('not-one-of', { values: issue.values.map(String) });
    case 'invalid_union':
      return codeOfUnion(issue, isQuery);
    case 'too_small':
      return coded(nameOf(tooSmall, issue.origin) ?? 'too-small', {
        minimum: Number(issue.minimum),
      });
    case 'too_big':
      return coded(nameOf(tooBig, issue.origin) ?? 'too-big', {
        maximum: Number(issue.maximum),
      });
    case 'invalid_format':
      return issue.format === 'visible'
        ? coded('required')
        : coded('wrong-format', { format: issue.format });
    case 'invalid_key':
      return coded('wrong-field-name');
    case 'custom':
      // refinements say their code themselves
      return { ...coded('invalid'), ...issue.params };
    default:
      return coded('invalid');
  }
}

/** Our own message where it is clearer than that of zod's English locale. */
export function messageOf(
  issue: z.core.$ZodRawIssue,
  isQuery: boolean,
): string | undefined {
  if (isRepeated(issue, isQuery)) {
    return 'takes one value only';
  }
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_value':
      if (issue.input === undefined) {
        return 'is required';
      }
      return issue.code === 'invalid_value' && isList(issue)
        ? 'repeat the parameter to give it several values'
        : undefined;
    case 'invalid_union':
      return isUndecided(issue) ? 'is required' : undefined;
    default:
      return undefined;
  }
}

function codeOfUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  isQuery: boolean,
): CodedIssue {
  if ('options' in issue && issue.options) {
    return isUndecided(issue)
      ? coded('required')
      : coded('not-one-of', { values: issue.options.map(String) });
  }
  // a constant, such as `none`, says less than the other forms of a value
  const found = issue.errors.flat();
  const first = found.find(({ code }) => code !== 'invalid_value') ?? found[0];
  return first ? codeOf(first, isQuery) : coded('invalid');
}

/** Whether a parameter that takes one value has several. */
function isRepeated(
  issue: z.core.$ZodIssue | z.core.$ZodRawIssue,
  isQuery: boolean,
): boolean {
  const isOfOne =
    issue.code === 'invalid_value' ||
    (issue.code === 'invalid_type' && issue.expected !== 'object');
  return isQuery && isOfOne && Array.isArray(issue.input);
}

/** Whether a text lists several of the values, with commas between. */
function isList({
  input,
  values,
}: {
  input: unknown;
  values?: unknown;
}): boolean {
  return (
    typeof input === 'string' &&
    input.includes(',') &&
    Array.isArray(values) &&
    input.split(',').every(part => values.includes(part.trim()))
  );
}

/** Whether an object lacks the property that selects its form. */
function isUndecided({
  input,
  discriminator,
}: {
  readonly input?: unknown;
  readonly discriminator?: unknown;
}): boolean {
  return (
    typeof discriminator === 'string' &&
    input instanceof Object &&
    !Object.hasOwn(input, discriminator)
  );
}

/** The name that JSON has for a type. */
function jsonType(type: string): string {
  return type === 'record' ? 'object' : type;
}

function nameOf<Name extends string>(
  names: Readonly<Record<string, Name>>,
  origin: string,
): Name | undefined {
  return Object.hasOwn(names, origin) ? names[origin] : undefined;
}
