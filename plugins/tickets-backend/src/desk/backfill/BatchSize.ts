/** Within these, in milliseconds, a batch has the right size. */
const SHORT = 20;
const LONG = 80;

const FEWEST = 10;
const MOST = 1_000;

/**
 * How many rows a batch fills in: few enough that requests that wait for one of
 * them, or for the only connection to SQLite, wait unnoticeably short.
 */
export class BatchSize {
  #rows = 100;

  get rows(): number {
    return this.#rows;
  }

  /** @param took - milliseconds for the last batch */
  adapt(took: number): void {
    if (took > LONG) {
      this.#rows = Math.max(FEWEST, Math.floor(this.#rows / 2));
    } else if (took < SHORT) {
      this.#rows = Math.min(MOST, this.#rows * 2);
    }
  }
}
