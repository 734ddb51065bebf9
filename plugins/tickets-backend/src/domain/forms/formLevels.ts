import type { JsonObject, JsonValue } from '@backstage/types';

/*
 * A form's fields are the properties of its schema and of the schemas that
 * apply to the same object: those in allOf and the like, and those that depend
 * on another field.
 */

/** The names of all fields that a form can have. */
export function fieldNames(schema: JsonObject): Set<string> {
  const names = new Set<string>();
  mapLevels(schema, level => {
    if (isObject(level.properties)) {
      Object.keys(level.properties).forEach(name => names.add(name));
    }
    return level;
  });
  return names;
}

/** The schema without these fields. */
export function withoutFields(
  schema: JsonObject,
  names: readonly string[],
): JsonObject {
  return notRequiring(
    mapLevels(schema, level =>
      isObject(level.properties)
        ? { ...level, properties: omit(level.properties, names) }
        : level,
    ),
    names,
  );
}

/** The schema in which these fields may be empty. */
export function notRequiring(
  schema: JsonObject,
  names: readonly string[],
): JsonObject {
  return mapLevels(schema, level =>
    Array.isArray(level.required)
      ? {
          ...level,
          required: level.required.filter(
            name => typeof name !== 'string' || !names.includes(name),
          ),
        }
      : level,
  );
}

/** Keywords whose schemas apply to the object itself: one, a list, or by field. */
const LEVELS = new Set(['then', 'else']);
const LISTS = new Set(['allOf', 'anyOf', 'oneOf']);
const BY_FIELD = new Set(['dependencies', 'dependentSchemas']);

/** Changes each of the schemas that apply to the object itself. */
function mapLevels(
  schema: JsonObject,
  change: (level: JsonObject) => JsonObject,
): JsonObject {
  const visit = (level: JsonValue): JsonValue =>
    isObject(level) ? mapLevels(level, change) : level;
  return mapValues(change(schema), (keyword, value) => {
    if (LISTS.has(keyword) && Array.isArray(value)) {
      return value.map(visit);
    }
    if (BY_FIELD.has(keyword) && isObject(value)) {
      return mapValues(value, (_field, level) => visit(level));
    }
    return LEVELS.has(keyword) ? visit(value) : value;
  });
}

function mapValues(
  object: JsonObject,
  change: (key: string, value: JsonValue) => JsonValue,
): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, change(key, value)]],
    ),
  );
}

function omit(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(([name]) => !names.includes(name)),
  );
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
