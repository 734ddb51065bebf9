import type { z } from 'zod';

/**
 * What an operation takes in addition to the parameters of its path: parameters
 * of the query, a JSON body, or the bytes of a file with parameters of the
 * query.
 * @public
 */
export interface OperationInput<
  Kind extends 'query' | 'body' | 'upload' = 'query' | 'body' | 'upload',
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- of any type
  Sent = any,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- of any type
  Parsed = any,
> {
  /** Where it is in a request. */
  readonly kind: Kind;
  /** Of the query or the JSON body; of the query, where bytes are sent. */
  readonly schema: z.ZodType<Parsed, Sent>;
  /** Whether a body can be left out. */
  readonly optional?: boolean;
}

/**
 * Parameters of the query.
 * @public
 */
export function query<Sent, Parsed = Sent>(
  schema: z.ZodType<Parsed>,
): OperationInput<'query', Sent, Parsed> {
  return { kind: 'query', schema: schema as z.ZodType<Parsed, Sent> };
}

/**
 * A JSON body.
 * @public
 */
export function body<Sent, Parsed = Sent>(
  schema: z.ZodType<Parsed>,
): OperationInput<'body', Sent, Parsed> {
  return { kind: 'body', schema: schema as z.ZodType<Parsed, Sent> };
}

/**
 * A JSON body that can be left out.
 * @public
 */
export function optionalBody<Sent>(
  schema: z.ZodType<Sent>,
): OperationInput<'body', Sent | undefined, Sent> {
  return {
    kind: 'body',
    schema: schema as z.ZodType<Sent, Sent | undefined>,
    optional: true,
  };
}

/**
 * The bytes of a file, as they are.
 *
 * @param schema - parameters of the query
 * @public
 */
export function upload<Query>(
  schema: z.ZodType<Query>,
): OperationInput<'upload', Query & { content: Blob }, Query> {
  return {
    kind: 'upload',
    schema: schema as z.ZodType<Query, Query & { content: Blob }>,
  };
}
