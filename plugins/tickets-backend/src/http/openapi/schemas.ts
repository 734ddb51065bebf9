import * as common from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';
import * as errorSchemas from './errorSchemas';

/** A part of a JSON Schema. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The schemas with a name of their own in the document. */
const named = z.registry<{ id: string }>();

for (const [name, value] of Object.entries({
  ...common,
  ...errorSchemas,
})) {
  if (name.endsWith('Schema') && value instanceof z.ZodType) {
    named.add(value, { id: componentName(name) });
  }
}

/** `fileTicketRequestSchema` is `FileTicketRequest` in the document. */
export function componentName(constant: string): string {
  const name = constant.replace(/Schema$/, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The name of a schema in the document, if it has one. */
export function schemaName(schema: z.ZodType): string | undefined {
  return named.get(schema)?.id;
}

/** Adds the description to a named schema. */
export type Describe = (name: string, schema: JsonSchema) => JsonSchema;

/** The named schemas of one document. */
export class Components {
  readonly #describe: Describe;
  readonly #schemas = new Map<string, JsonSchema>();

  constructor(describe: Describe) {
    this.#describe = describe;
  }

  /** @param io - whether clients send it or receive it */
  of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const {
      $schema: _,
      $defs = {},
      ...root
    } = z.toJSONSchema(schema, { io, metadata: named, override: tidy });
    for (const [name, definition] of Object.entries($defs)) {
      if (!isAnyJson(name)) {
        this.#add(name, this.#describe(name, withLocalRefs(definition)));
      }
    }
    return withLocalRefs(root);
  }

  /** The properties of an object, with whether they are required. */
  propertiesOf(schema: z.ZodType): [string, JsonSchema, boolean][] {
    const { properties = {}, required = [] } = this.#resolve(
      this.of(schema, 'input'),
    );
    return Object.entries(properties).map(([name, property]) => [
      name,
      property as JsonSchema,
      required.includes(name),
    ]);
  }

  /** The components that a part of the document refers to, directly or not. */
  referredFrom(document: unknown): Record<string, JsonSchema> {
    const found = new Map<string, JsonSchema>();
    const collect = (part: unknown) =>
      refsIn(part).forEach(ref => {
        const schema = this.#schemas.get(ref);
        if (schema && !found.has(ref)) {
          found.set(ref, schema);
          collect(schema);
        }
      });
    collect(document);
    return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #resolve(schema: JsonSchema): JsonSchema {
    const [ref] = schema.$ref ? refsIn({ $ref: schema.$ref }) : [];
    return (ref && this.#schemas.get(ref)) || schema;
  }

  #add(name: string, schema: JsonSchema): void {
    const present = this.#schemas.get(name);
    if (present && JSON.stringify(present) !== JSON.stringify(schema)) {
      throw new Error(
        `${name} is sent and answered in two shapes: give them two names`,
      );
    }
    this.#schemas.set(name, schema);
  }
}

/** The formats of JSON Schema that the API has; others are names of patterns. */
const formats = new Set(['date', 'date-time', 'uuid']);

/** Removes what does not help readers, and what responses do not promise. */
function tidy({
  zodSchema,
  jsonSchema,
  io,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: JsonSchema;
  io?: 'input' | 'output';
}): void {
  const { def } = zodSchema._zod;
  if (jsonSchema.format && formats.has(jsonSchema.format)) {
    delete jsonSchema.pattern;
  } else {
    delete jsonSchema.format;
  }
  if (def.type === 'record' && def.keyType._zod.def.type === 'string') {
    delete jsonSchema.propertyNames;
  }
  if (Math.abs(jsonSchema.minimum ?? 0) === Number.MAX_SAFE_INTEGER) {
    delete jsonSchema.minimum;
  }
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) {
    delete jsonSchema.maximum;
  }
  // responses may get more fields later
  if (def.type === 'object' && io !== 'input' && !def.catchall) {
    delete jsonSchema.additionalProperties;
  }
}

const LOCAL = '#/$defs/';
const COMPONENT = '#/components/schemas/';

/** Zod's name for a recursive schema without one: here, any JSON. */
function isAnyJson(name: string): boolean {
  return name.startsWith('__');
}

function withLocalRefs<T>(part: T): T {
  return JSON.parse(JSON.stringify(part), (_key, value) => {
    const ref = value?.$ref;
    if (typeof ref !== 'string' || !ref.startsWith(LOCAL)) {
      return value;
    }
    const name = ref.slice(LOCAL.length);
    return isAnyJson(name) ? {} : { ...value, $ref: `${COMPONENT}${name}` };
  });
}

function refsIn(part: unknown): string[] {
  const refs: string[] = [];
  JSON.stringify(part, (key, value) => {
    if (key === '$ref' && String(value).startsWith(COMPONENT)) {
      refs.push(String(value).slice(COMPONENT.length));
    }
    return value;
  });
  return refs;
}
