import type { JsonArray, JsonObject, JsonValue } from '@backstage/types';

/*
 * A form's fields are the properties of its schema and of the schemas that
 * apply to the same object: those in allOf and the like, and those that depend
 * on another field.
 */

/** Keywords that say something by the name of a field. */
const NAMING = new Set([
  'properties',
  'dependencies',
  'dependentSchemas',
  'dependentRequired',
]);

/** Keywords that can list fields which another field asks for. */
const REQUIRING = new Set(['dependencies', 'dependentRequired']);

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
  return notRequiring(
    mapLevels(schema, level =>
      mapValues(withoutConditionsOn(level, names), (keyword, value) => {
        if (keyword === 'ui:order' && Array.isArray(value)) {
          return without(value, names);
        }
        return NAMING.has(keyword) && isObject(value)
          ? omit(value, names)
          : value;
      }),
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
    mapValues(level, (keyword, value) => {
      if (keyword === 'required' && Array.isArray(value)) {
        return without(value, names);
      }
      return REQUIRING.has(keyword) && isObject(value)
        ? mapValues(value, (_field, required) =>
            Array.isArray(required) ? without(required, names) : required,
          )
        : value;
    }),
  );
}

/** What depends on a field that nobody sees is for none of those to know. */
function withoutConditionsOn(
  level: JsonObject,
  names: readonly string[],
): JsonObject {
  const condition = level.if;
  const isHidden =
    isObject(condition) &&
    [...fieldNames(condition), ...[condition.required].flat()].some(
      name => typeof name === 'string' && names.includes(name),
    );
  return isHidden ? omit(level, ['if', 'then', 'else']) : level;
}

function without(list: JsonArray, names: readonly string[]): JsonArray {
  return list.filter(name => typeof name !== 'string' || !names.includes(name));
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
