import type { JsonArray, JsonObject, JsonValue } from '@backstage/types';
import { isAbout, isObject } from './formWords';

interface Choosing {
  /** Fields that the person does not see. */
  readonly names: readonly string[];
  /** A field that is there wherever the choice is made. */
  readonly present: string | undefined;
}

/**
 * Removes or opens choices that hidden fields decide: without them, several
 * alternatives can match where one did.
 */
export function withOpenChoices(
  level: JsonObject,
  choosing: Choosing,
): JsonObject {
  const { oneOf, anyOf, ...rest } = level;
  const [one, any] = [oneOf, anyOf].map(list =>
    isDecidedUnseen(list, choosing) ? undefined : list,
  );
  const asAny = one !== undefined && !isExclusive(one, choosing);
  return {
    ...rest,
    ...(any !== undefined && { anyOf: any }),
    ...(one !== undefined && !asAny && { oneOf: one }),
    ...(asAny &&
      (any === undefined
        ? { anyOf: one }
        : { allOf: [...(asList(rest.allOf) ?? []), { anyOf: one }] })),
  };
}

/** Whether only a hidden field distinguishes the alternatives. */
function isDecidedUnseen(
  list: JsonValue | undefined,
  { names }: Choosing,
): boolean {
  const schemas = asList(list)?.filter(isObject) ?? [];
  return (
    distinguishing(schemas, names).length === 0 &&
    schemas.some(({ properties }) =>
      Object.entries(isObject(properties) ? properties : {}).some(
        ([name, field]) => names.includes(name) && valuesOf(field),
      ),
    )
  );
}

/** Whether at most one alternative matches even without the hidden fields. */
function isExclusive(list: JsonValue, { names, present }: Choosing): boolean {
  const schemas = asList(list)?.filter(isObject) ?? [];
  return (
    !isAbout(list, names) ||
    distinguishing(schemas, names).some(field => field === present)
  );
}

/** The visible fields for which each schema allows different values. */
function distinguishing(
  schemas: readonly JsonObject[],
  names: readonly string[],
): string[] {
  const [first] = schemas.map(({ properties }) => properties);
  const fields = Object.keys(isObject(first) ? first : {});
  return fields.filter(field => {
    const values = schemas.map(({ properties }) =>
      valuesOf(isObject(properties) ? properties[field] : undefined),
    );
    const all = values.flatMap(own => own ?? []);
    return (
      !names.includes(field) &&
      values.every(own => own !== undefined) &&
      new Set(all).size === all.length
    );
  });
}

/** The only values that a field can have, as text; undefined for any. */
function valuesOf(field: JsonValue | undefined): string[] | undefined {
  if (!isObject(field)) {
    return undefined;
  }
  const values = field.const === undefined ? asList(field.enum) : [field.const];
  return values && [...new Set(values.map(value => JSON.stringify(value)))];
}

function asList(value: JsonValue | undefined): JsonArray | undefined {
  return Array.isArray(value) ? value : undefined;
}
