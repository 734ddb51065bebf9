import { z } from 'zod';
import { ticketsConfigSchema } from './schema/ticketsConfig';

type JsonSchema = z.core.JSONSchema.BaseSchema;

let described: JsonSchema | undefined;

/**
 * The names of the settings that an object of the configuration can have.
 *
 * @param path - of the object below `tickets`
 */
export function settingNames(path: readonly PropertyKey[]): string[] {
  described ??= z.toJSONSchema(ticketsConfigSchema, {
    io: 'input',
    unrepresentable: 'any',
  });
  let schemas: JsonSchema[] = [described];
  for (const key of path) {
    schemas = formsOf(schemas).flatMap(schema => inside(schema, key));
  }
  return formsOf(schemas).flatMap(({ properties }) =>
    Object.keys(properties ?? {}),
  );
}

/** A value of several forms has the settings of each. */
function formsOf(schemas: readonly JsonSchema[]): JsonSchema[] {
  return schemas.flatMap(schema => [
    schema,
    ...formsOf(
      [...(schema.anyOf ?? []), ...(schema.allOf ?? [])].filter(isSchema),
    ),
  ]);
}

function inside(
  { properties, items, additionalProperties }: JsonSchema,
  key: PropertyKey,
): JsonSchema[] {
  const within =
    typeof key === 'number'
      ? [items].flat()
      : [properties?.[String(key)] ?? additionalProperties];
  return within.filter(isSchema);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}
