import type { JsonObject, JsonValue } from '@backstage/types';
import { fieldNames, withoutFields } from './formLevels';
import { isObject } from './formWords';

/** The form of a category, as the scaffolder has them. */
export interface CategoryForm {
  /** JSON Schema of an object, with `ui:` hints. */
  readonly schema: JsonObject;
  /** Names of the fields that the requester's side neither sees nor fills in. */
  readonly hidden: readonly string[];
}

/** The schema of the form that a person fills in. */
export function shownForm(
  { schema, hidden }: CategoryForm,
  inside: boolean,
): JsonObject {
  return inside ? schema : withoutFields(schema, hidden);
}

/**
 * The fields of a ticket that a person sees: outside, those that the form shows
 * there, and none if the form is no longer configured.
 */
export function shownFields(
  form: CategoryForm | undefined,
  inside: boolean,
  fields: JsonObject,
): JsonObject {
  if (inside) {
    return fields;
  }
  const shown = form ? fieldNames(shownForm(form, false)) : new Set();
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => shown.has(name)),
  );
}

/**
 * The fields with the form's defaults for those that are not filled in; of
 * fields that are objects as well, where they are there.
 */
export function withDefaults(
  schema: JsonObject,
  fields: JsonObject,
): JsonObject {
  const { properties } = schema;
  if (!isObject(properties)) {
    return fields;
  }
  const filled = Object.entries(properties).flatMap(
    ([name, property]): [string, JsonValue][] => {
      if (!isObject(property)) {
        return [];
      }
      const value = Object.hasOwn(fields, name)
        ? fields[name]
        : property.default;
      if (value === undefined) {
        return [];
      }
      return [[name, isObject(value) ? withDefaults(property, value) : value]];
    },
  );
  return { ...fields, ...Object.fromEntries(filled) };
}
