import { z } from 'zod';

/**
 * Checks that a text matches a pattern. Unlike `regex` it has a name, by which
 * the issue of a text that does not match says what was expected.
 */
export function pattern(format: string, regex: RegExp, message: string) {
  return new z.core.$ZodCheckStringFormat({
    check: 'string_format',
    format,
    pattern: regex,
    error: () => message,
  });
}
