import type { JsonArray, JsonObject, JsonValue } from '@backstage/types';

/*
 * A form's fields are the properties of its schema and of the schemas that
 * apply to the same object: those in allOf and the like, and those that depend
 * on another field.
 */

/** Keywords that say by the name of a field what depends on it. */
const DEPENDING = new Set([
  'dependencies',
  'dependentSchemas',
  'dependentRequired',
]);

/** Keywords whose schemas apply to the object itself: one, a list, or by field. */
const LEVELS = new Set(['then', 'else']);
const LISTS = new Set(['allOf', 'anyOf', 'oneOf']);
const BY_FIELD = new Set(['dependencies', 'dependentSchemas']);

/** Keywords that say something about the object itself, applying or asking. */
const SAYING = new Set(['required', 'if', 'not', ...LEVELS, ...LISTS]);

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

/** The schema without these fields, and without whatever else names them. */
export function withoutFields(
  schema: JsonObject,
  names: readonly string[],
): JsonObject {
  return mapLevels(notAskingFor(schema, names), level =>
    mapValues(level, (keyword, value) => {
      if (keyword === 'ui:order' && Array.isArray(value)) {
        return without(value, names);
      }
      return keyword === 'properties' && isObject(value)
        ? omit(value, names)
        : value;
    }),
  );
}

/**
 * The schema that takes these fields, but neither asks for them nor lets
 * anything depend on them: who does not see them can do nothing about it.
 */
export function notAskingFor(
  schema: JsonObject,
  names: readonly string[],
): JsonObject {
  return mapLevels(schema, level =>
    mapValues(withoutConditionsOn(level, names), (keyword, value) => {
      if (keyword === 'required' && Array.isArray(value)) {
        return without(value, names);
      }
      if (!DEPENDING.has(keyword) || !isObject(value)) {
        return value;
      }
      return mapValues(omit(value, names), (_field, required) =>
        Array.isArray(required) ? without(required, names) : required,
      );
    }),
  );
}

/** What depends on a field that nobody sees is for none of those to know. */
function withoutConditionsOn(
  level: JsonObject,
  names: readonly string[],
): JsonObject {
  return omit(level, [
    ...(isAbout(level.if, names) ? ['if', 'then', 'else'] : []),
    ...(isAbout(level.not, names) ? ['not'] : []),
  ]);
}

/** Whether what is said about an object names one of these of its fields. */
function isAbout(
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

function without(list: JsonArray, names: readonly string[]): JsonArray {
  return list.filter(name => typeof name !== 'string' || !names.includes(name));
}

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
