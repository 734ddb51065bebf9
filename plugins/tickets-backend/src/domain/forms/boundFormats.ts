import type Ajv from 'ajv';
import { MAX_PATTERN_TEXT } from './LinearPattern';

type Format = NonNullable<Ajv['formats'][string]>;

/**
 * Lets formats look at no text that is too long for them: what some of them take
 * grows with the square of the text.
 */
export function boundFormats(ajv: Ajv): void {
  for (const [name, format] of Object.entries(ajv.formats)) {
    const fits = format && testOf(format);
    if (fits) {
      ajv.addFormat(
        name,
        (text: string) => text.length <= MAX_PATTERN_TEXT && fits(text),
      );
    }
  }
}

/** How a format is tested; undefined for formats of numbers. */
function testOf(format: Format): ((text: string) => boolean) | undefined {
  const validate =
    typeof format === 'object' && 'validate' in format
      ? format.type !== 'number' && format.validate
      : format;
  if (validate instanceof RegExp) {
    return text => validate.test(text);
  }
  return typeof validate === 'function'
    ? (validate as (text: string) => boolean)
    : undefined;
}
