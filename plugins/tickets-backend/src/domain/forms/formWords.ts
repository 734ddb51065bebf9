import type { JsonObject, JsonValue } from '@backstage/types';

/** Keywords that say by the name of a field what depends on it. */
export const DEPENDING = new Set([
  'dependencies',
  'dependentSchemas',
  'dependentRequired',
]);

/** Keywords whose schemas apply to the object itself: one, a list, or by field. */
export const LEVELS = new Set(['then', 'else']);
export const LISTS = new Set(['allOf', 'anyOf', 'oneOf']);
export const BY_FIELD = new Set(['dependencies', 'dependentSchemas']);

/** Keywords that say something about the object itself, applying or asking. */
const SAYING = new Set(['required', 'if', 'not', ...LEVELS, ...LISTS]);

/** Whether what is said about an object names one of these of its fields. */
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
