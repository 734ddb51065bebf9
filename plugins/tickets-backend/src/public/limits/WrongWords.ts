const SECOND = 1_000;
const LONGEST = 5 * 60 * SECOND;

/** After how long without a wrong one everything is forgotten, in milliseconds. */
const QUIET = 15 * 60 * SECOND;

/** How many sorts are remembered; the rest is forgotten, the oldest first. */
const MAX_SORTS = 10_000;

interface Failures {
  readonly count: number;
  readonly at: number;
}

/**
 * Slows down who tries words: after some wrong ones of a sort (with the same
 * first word, or from the same place) everybody waits before the next one of
 * that sort is looked at, longer after each, up to five minutes. Right ones
 * wait like wrong ones, or the wait would tell them apart.
 *
 * @param free - how many wrong ones of a sort nobody waits for
 */
export class WrongWords {
  readonly #failures = new Map<string, Failures>();

  constructor(
    private readonly free: number,
    private readonly now: () => number,
  ) {}

  /** Of how many sorts something is remembered. */
  get size(): number {
    return this.#failures.size;
  }

  /** In how many seconds one of this sort is looked at again; 0: now. */
  waitFor(sort: string): number {
    const failures = this.#of(sort);
    if (!failures || failures.count < this.free) {
      return 0;
    }
    const pause = Math.min(2 ** (failures.count - this.free) * SECOND, LONGEST);
    return Math.max(0, Math.ceil((failures.at + pause - this.now()) / SECOND));
  }

  /** There was a wrong one of this sort. */
  note(sort: string): void {
    const count = (this.#of(sort)?.count ?? 0) + 1;
    // the latest stand last
    this.#failures.delete(sort);
    this.#failures.set(sort, { count, at: this.now() });
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > MAX_SORTS && oldest !== undefined) {
      this.#failures.delete(oldest);
    }
  }

  #of(sort: string): Failures | undefined {
    const failures = this.#failures.get(sort);
    return failures && this.now() - failures.at < QUIET ? failures : undefined;
  }
}
