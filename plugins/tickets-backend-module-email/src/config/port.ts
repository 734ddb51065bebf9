import { z } from 'zod';

const HINT = 'use the number of a port';

/** The number of a port; from the environment it comes as text. */
export const port = () =>
  z.coerce.number(HINT).int(HINT).min(1, HINT).max(65_535, HINT);
