/** How often something may be done. */
export interface AllowanceBounds {
  /** How often at once, after a quiet time. */
  readonly burst: number;
  /** After how long once more, in milliseconds. */
  readonly refill: number;
}

/** How many keys are remembered; the rest is forgotten, the oldest first. */
const MAX_KEYS = 10_000;

const SECOND = 1_000;

/** Counts, in memory alone, how often something is done by whom. */
export class Allowances {
  /** How long it takes until all is there again, and since when. */
  readonly #debts = new Map<string, { debt: number; at: number }>();

  constructor(
    private readonly bounds: AllowanceBounds,
    private readonly now: () => number,
  ) {}

  /** Of how many something is remembered. */
  get size(): number {
    return this.#debts.size;
  }

  /**
   * Takes one, if there is one.
   *
   * @returns 0, or in how many seconds there is one again
   */
  take(key: string): number {
    const { burst, refill } = this.bounds;
    const at = this.now();
    const before = this.#debts.get(key);
    const debt = before ? Math.max(0, before.debt - (at - before.at)) : 0;
    const excess = debt + refill - burst * refill;
    if (excess > 0) {
      return Math.ceil(excess / SECOND);
    }
    // the latest stand last
    this.#debts.delete(key);
    this.#debts.set(key, { debt: debt + refill, at });
    this.#forget();
    return 0;
  }

  #forget(): void {
    const [oldest] = this.#debts.keys();
    if (this.#debts.size > MAX_KEYS && oldest !== undefined) {
      this.#debts.delete(oldest);
    }
  }
}
