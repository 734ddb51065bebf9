import type { JsonObject, JsonValue } from '@backstage/types';

/** Keywords whose parts depend on the field that they are named after. */
export const DEPENDING = new Set([
  'dependencies',
  'dependentSchemas',
  'dependentRequired',
]);

/** Keywords whose schemas apply to the object itself: one, a list, or by field. */
export const LEVELS = new Set(['then', 'else']);
export const LISTS = new Set(['allOf', 'anyOf', 'oneOf']);
export const BY_FIELD = new Set(['dependencies', 'dependentSchemas']);

/** Keywords about the object itself, as conditions or rules. */
const SAYING = new Set(['required', 'if', 'not', ...LEVELS, ...LISTS]);

/** Whether a rule about an object refers to one of these fields. */
export function isAbout(
  said: JsonValue | undefined,
  names: readonly string[],
): boolean {
  if (Array.isArray(said)) {
    return said.some(one =>
      typeof one === 'string' ? names.includes(one) : isAbout(one, names),
    );
  }
  return (
    isObject(said) &&
    Object.entries(said).some(([keyword, value]) => {
      if (!DEPENDING.has(keyword) && keyword !== 'properties') {
        return SAYING.has(keyword) && isAbout(value, names);
      }
      return (
        isObject(value) &&
        (isAbout(Object.keys(value), names) ||
          (keyword !== 'properties' &&
            Object.values(value).some(one => isAbout(one, names))))
      );
    })
  );
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
