import type { JsonArray, JsonObject, JsonValue } from '@backstage/types';
import {
  BY_FIELD,
  DEPENDING,
  LEVELS,
  LISTS,
  isAbout,
  isObject,
} from './formWords';
import { withOpenChoices } from './openChoices';

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

/**
 * The schema without these fields, and without everything that refers to them.
 */
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
  const open = (level: JsonObject, present: string | undefined) =>
    withOpenChoices(withoutConditionsOn(level, names), { names, present });
  return mapLevels(schema, (level, present) =>
    mapValues(open(level, present), (keyword, value) => {
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

/** People who do not see a field must not learn what depends on it. */
function withoutConditionsOn(
  level: JsonObject,
  names: readonly string[],
): JsonObject {
  return omit(level, [
    ...(isAbout(level.if, names) ? ['if', 'then', 'else'] : []),
    ...(isAbout(level.not, names) ? ['not'] : []),
  ]);
}

function without(list: JsonArray, names: readonly string[]): JsonArray {
  return list.filter(name => typeof name !== 'string' || !names.includes(name));
}

/**
 * Changes each of the schemas that apply to the object itself.
 *
 * @param change - takes a schema, and the field on whose presence it depends
 */
function mapLevels(
  schema: JsonObject,
  change: (level: JsonObject, present: string | undefined) => JsonObject,
  present?: string,
): JsonObject {
  const visit = (level: JsonValue, field?: string): JsonValue =>
    isObject(level) ? mapLevels(level, change, field) : level;
  return mapValues(change(schema, present), (keyword, value) => {
    if (LISTS.has(keyword) && Array.isArray(value)) {
      return value.map(level => visit(level));
    }
    if (BY_FIELD.has(keyword) && isObject(value)) {
      return mapValues(value, (field, level) => visit(level, field));
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

/** The object without these of its keys. */
export function omit(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(([name]) => !names.includes(name)),
  );
}
