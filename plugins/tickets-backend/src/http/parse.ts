import type { z } from 'zod';
import { InvalidRequestError } from '../desk/errors';
import { readInput } from '../desk/input/readInput';
import { requireBounded } from './requestBounds';

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
  const input = readInput(schema, value, where);
  if (input.issues.length > 0) {
    throw new InvalidRequestError(input.issues);
  }
  return input.data as z.output<T>;
}
