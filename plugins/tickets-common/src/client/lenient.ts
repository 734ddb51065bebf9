import { z } from 'zod';

const readers = new WeakMap<z.core.$ZodType, z.ZodType>();

/**
 * The same schema for responses of a desk that may be newer than the client: it
 * accepts unknown values of enumerations, and unknown variants of unions with
 * all their fields. What it knows must have the known form; unknown fields are
 * left out, as zod does.
 */
export function lenient<T>(schema: z.ZodType<T>): z.ZodType<T> {
  return readerOf(schema) as z.ZodType<T>;
}

function readerOf(schema: z.core.$ZodType): z.ZodType {
  const known = readers.get(schema);
  if (known) {
    return known;
  }
  const reader = makeReader(schema);
  readers.set(schema, reader);
  return reader;
}

function makeReader(schema: z.core.$ZodType): z.ZodType {
  if (schema instanceof z.ZodEnum) {
    return z.string();
  }
  if (schema instanceof z.ZodObject) {
    const shape: Record<string, z.core.$ZodType> = schema.shape;
    const readable = Object.entries(shape).map(([name, field]) => [
      name,
      readerOf(field),
    ]);
    return z.object(Object.fromEntries(readable));
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return withUnknown(schema);
  }
  if (schema instanceof z.ZodArray) {
    return z.array(readerOf(schema.element));
  }
  if (schema instanceof z.ZodOptional) {
    return readerOf(schema.unwrap()).optional();
  }
  if (schema instanceof z.ZodNullable) {
    return readerOf(schema.unwrap()).nullable();
  }
  return schema as z.ZodType;
}

/** The known variants, or an object with another discriminator. */
function withUnknown({ def }: z.ZodDiscriminatedUnion): z.ZodType {
  const { discriminator } = def;
  const variants = def.options.map(readerOf) as z.ZodObject[];
  const known = new Set(
    variants.flatMap(({ shape }) => [
      ...(shape[discriminator] as z.ZodLiteral<string>).values,
    ]),
  );
  const unknown = z
    .string()
    .refine(value => !known.has(value), 'this variant has another form');
  return z.union([
    z.discriminatedUnion(
      discriminator,
      variants as [z.ZodObject, ...z.ZodObject[]],
    ),
    z.looseObject({ [discriminator]: unknown }),
  ]);
}
