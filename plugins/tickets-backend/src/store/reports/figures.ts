import type { StoredFigures, StoredTargets } from './StoredFigures';
import { durationsOf } from './durations';
import type { Key } from './keying';
import {
  type CreatedRow,
  type EndedRow,
  type Report,
  created,
  ended,
  movements,
} from './statements';

const nothing: StoredFigures = {
  created: 0,
  ended: 0,
  reopened: 0,
  backlog: 0,
  firstResponse: { count: 0, median: null, p90: null },
  resolution: { count: 0, median: null, p90: null },
  responseTarget: { met: 0, missed: 0 },
  resolutionTarget: { met: 0, missed: 0 },
  stars: [0, 0, 0, 0, 0],
};

/** The figures of each key. */
export class FiguresByKey {
  readonly #figures = new Map<Key, StoredFigures>();

  has(key: Key): boolean {
    return this.#figures.has(key);
  }

  of(key: Key): StoredFigures {
    return this.#figures.get(key) ?? nothing;
  }

  /** Puts what is known now in the place of what was known before. */
  set(
    key: Key,
    change: (before: StoredFigures) => Partial<StoredFigures>,
  ): void {
    const before = this.of(key);
    this.#figures.set(key, { ...before, ...change(before) });
  }
}

/**
 * Finds the figures of a report, in three statements, one after another: a
 * report takes no more than one connection from those who work.
 */
export async function findFigures(report: Report): Promise<FiguresByKey> {
  const figures = new FiguresByKey();
  for (const row of await created(report)) {
    figures.set(row.key, () => ({
      created: Number(row.tickets),
      firstResponse: durationsOf(row),
      responseTarget: targetsOf(row),
    }));
  }
  for (const row of await ended(report)) {
    figures.set(row.key, () => ({
      ended: Number(row.measured),
      resolution: durationsOf(row),
      resolutionTarget: targetsOf(row),
      stars: [row.stars1, row.stars2, row.stars3, row.stars4, row.stars5].map(
        Number,
      ),
    }));
  }
  for (const { key, what, count } of await movements(report)) {
    figures.set(key, before => withMovement(before, what, Number(count)));
  }
  return figures;
}

function targetsOf({ met, missed }: CreatedRow | EndedRow): StoredTargets {
  return { met: Number(met), missed: Number(missed) };
}

function withMovement(
  before: StoredFigures,
  what: 'open' | 'closed-then' | 'ended' | 'reopened',
  count: number,
): Partial<StoredFigures> {
  switch (what) {
    case 'open':
      return { backlog: before.backlog + count };
    case 'closed-then':
      return { backlog: before.backlog - count };
    case 'ended':
      return { ended: before.ended + count };
    case 'reopened':
      return { reopened: count };
    default:
      return what satisfies never;
  }
}

/**
 * What was open at the end of each of several successive periods, counted back
 * from what is known of the last one.
 */
export function withBacklogs(
  figures: readonly StoredFigures[],
): StoredFigures[] {
  let backlog = figures[figures.length - 1]?.backlog ?? 0;
  return [...figures]
    .reverse()
    .map(part => {
      const atItsEnd = { ...part, backlog };
      backlog += part.ended - part.created - part.reopened;
      return atItsEnd;
    })
    .reverse();
}
