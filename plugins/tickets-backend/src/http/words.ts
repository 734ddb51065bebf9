import type { z } from 'zod';

/** What a value of a type is called to those who write requests. */
const types: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

/** What a text in a format is. */
const formats: Readonly<Record<string, string>> = {
  datetime: 'a time such as 2026-05-05T08:00:00Z',
  date: 'a day such as 2026-05-05',
  duration: 'a duration such as PT4H',
  uuid: 'an id such as 0190b8f6-0000-7000-8000-000000000001',
};

/** What a length is counted in. */
const units: Readonly<Record<string, string>> = {
  string: 'character',
  array: 'entry',
  record: 'entry',
};

/**
 * Says what is wrong with a value, where the schema has no words of its own for
 * it. The value itself is not in them: whoever sent it knows it.
 */
export function ownWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is required'
        : `expected ${types[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return oneOf(issue.values.map(String), issue.input);
    case 'invalid_union':
      return Array.isArray(issue.options)
        ? oneOf(issue.options.map(String), chosenIn(issue))
        : 'has none of the forms that it can have';
    case 'too_small':
      return limit('at least', issue.origin, issue.minimum);
    case 'too_big':
      return limit('at most', issue.origin, issue.maximum);
    case 'invalid_format':
      return `expected ${formats[issue.format] ?? 'a text of another form'}`;
    case 'unrecognized_keys':
      return `there is no field ${issue.keys.join(', ')}`;
    case 'invalid_key':
      return 'is no name that a field can have';
    default:
      return undefined;
  }
}

/** {@inheritDoc ownWords} Some parameters cannot be given several times. */
export function queryWords(issue: z.core.$ZodRawIssue): string | undefined {
  const isOfOne =
    issue.code === 'invalid_value' ||
    (issue.code === 'invalid_type' && issue.expected !== 'object');
  return isOfOne && Array.isArray(issue.input)
    ? 'takes one value only'
    : ownWords(issue);
}

/** What the property says that decides which of some objects is meant. */
function chosenIn({ input, discriminator }: z.core.$ZodRawIssue): unknown {
  return input instanceof Object && typeof discriminator === 'string'
    ? Object.entries(input).find(([name]) => name === discriminator)?.[1]
    : undefined;
}

function oneOf(values: readonly string[], given: unknown): string {
  if (given === undefined) {
    return 'is required';
  }
  if (values.length === 1) {
    return `expected ${values[0]}`;
  }
  const expected = `expected one of: ${values.join(', ')}`;
  const several =
    typeof given === 'string' &&
    given.split(',').every(part => values.includes(part.trim()));
  return several ? `${expected}; give each of several by itself` : expected;
}

function limit(bound: string, origin: string, most: number | bigint): string {
  const unit = units[origin];
  if (!unit) {
    return `is ${bound} ${most}`;
  }
  const plural = unit === 'entry' ? 'entries' : `${unit}s`;
  return `has ${bound} ${most} ${most === 1 ? unit : plural}`;
}
