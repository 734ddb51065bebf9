import { z } from 'zod';

/** A query parameter that may be given once or several times. */
export function several<T extends z.ZodType>(item: T) {
  return z.preprocess(
    value => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).min(1).max(50).optional(),
  );
}

/** Reads a query parameter that says yes or no. */
export function readBoolean(value: unknown): unknown {
  return value === 'true' || value === 'false' ? value === 'true' : value;
}
