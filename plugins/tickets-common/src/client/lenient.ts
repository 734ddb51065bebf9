import { z } from 'zod';

const readers = new WeakMap<z.core.$ZodType, z.ZodType>();

/**
 * The same schema for answers of a desk that may be newer than its reader: it
 * lets values of an enumeration pass that it does not know, and variants of a
 * union with all that they hold. What it knows has to have the form that it
 * knows; fields that it does not know it leaves out, as zod does.
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

/** The variants that are known, or an object that says to be another one. */
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
