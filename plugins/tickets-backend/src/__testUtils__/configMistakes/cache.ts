import type { JsonValue } from '@backstage/types';
import { DURATION, type Mistake } from './words';

const KEEPING = 'use { seconds: 0 } to keep nothing, or at most 5 minutes';

const cache: [what: string, settings: JsonValue, message: string][] = [
  [
    'decisions that are kept for too long',
    { decisions: '6 minutes' },
    `decisions is "6 minutes": ${KEEPING}`,
  ],
  [
    'decisions that are kept for less than nothing',
    { decisions: { seconds: -1 } },
    `decisions is {"seconds":-1}: ${KEEPING}`,
  ],
  [
    'a catalog that is kept for a number',
    { catalog: 30 },
    `catalog is 30: ${DURATION}`,
  ],
];

/** Mistakes in how long answers are kept. */
export const cacheMistakes: readonly Mistake[] = cache.map(
  ([what, settings, message]): Mistake => [
    what,
    { cache: settings },
    `tickets.cache.${message}`,
  ],
);
