import type { Mistake } from './Mistake';

/** Those settings, wrong in one place. */
const cache: readonly Mistake[] = [
  [
    'decisions that are kept for too long',
    { decisions: '6 minutes' },
    'decisions',
    'bound',
  ],
  [
    'decisions that are kept for less than nothing',
    { decisions: { seconds: -1 } },
    'decisions',
    'bound',
  ],
  [
    'a catalog that is kept for a number',
    { catalog: 30 },
    'catalog',
    'duration',
  ],
];

/** Mistakes in how long answers are kept. */
export const cacheMistakes: readonly Mistake[] = cache.map(
  ([what, settings, path, ...said]): Mistake => [
    what,
    { cache: settings },
    `tickets.cache.${path}`,
    ...said,
  ],
);
