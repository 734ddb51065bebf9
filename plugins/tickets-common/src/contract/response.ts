import type { z } from 'zod';

/**
 * The response of an operation.
 * @public
 */
export interface OperationResponse<Result = unknown> {
  /** Of HTTP, when the request was not refused. */
  readonly status: 200 | 201 | 204;
  /** How a client reads it; `none`: it has no body. */
  readonly read: 'json' | 'none' | 'blob' | 'stream';
  /** A JSON body. */
  readonly schema?: z.ZodType<Result>;
  /** A body of another kind: its media types, with schemas for JSON. */
  readonly content?: Readonly<Record<string, z.ZodType | undefined>>;
  /** Whether `Link` leads to other pages. */
  readonly paged?: boolean;
  /** Whether the body is left out for callers who prefer that. */
  readonly minimal?: boolean;
  /** Whether `ETag` has the result's `version`. */
  readonly versioned?: boolean;
  /** Where the result is, such as `/views/{id}`, by its properties. */
  readonly location?: string;
  /** Whether `Content-Disposition` names a file. */
  readonly file?: boolean;
}

/** What was requested. @public */
export function found<Result>(
  schema: z.ZodType<Result>,
  details: Pick<OperationResponse, 'versioned'> = {},
): OperationResponse<Result> {
  return { status: 200, read: 'json', schema, ...details };
}

/** One page of a list. @public */
export function page<
  Result extends { nextCursor?: string; previousCursor?: string },
>(schema: z.ZodType<Result>): OperationResponse<Result> {
  return { ...found(schema), paged: true };
}

/** The result of a change. @public */
export function changed<Result>(
  schema: z.ZodType<Result>,
  details: Pick<OperationResponse, 'versioned'> = {},
): OperationResponse<Result> {
  return { ...found(schema, details), minimal: true };
}

/** What was created. @public */
export function created<Result>(
  schema: z.ZodType<Result>,
  details: Pick<OperationResponse, 'location' | 'minimal' | 'versioned'>,
): OperationResponse<Result> {
  return { status: 201, read: 'json', schema, minimal: true, ...details };
}

/** No body. @public */
export const nothing: OperationResponse<void> = { status: 204, read: 'none' };
