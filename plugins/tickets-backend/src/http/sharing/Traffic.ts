/** How long after an answer the next request is expected, in milliseconds. */
const LINGER = 1_000;

/** Knows whether people are at work with the desk. */
export class Traffic {
  #underWay = 0;
  #lastEnd = Number.NEGATIVE_INFINITY;

  /** @param now - milliseconds of a clock that never goes back */
  constructor(private readonly now: () => number) {}

  /**
   * Begins a request.
   *
   * @returns ends it; calling it twice is harmless
   */
  begin(): () => void {
    let ended = false;
    this.#underWay += 1;
    return () => {
      if (!ended) {
        ended = true;
        this.#underWay -= 1;
        this.#lastEnd = this.now();
      }
    };
  }

  /** Whether requests are under way, or were a moment ago. */
  get isServing(): boolean {
    return this.#underWay > 0 || this.now() - this.#lastEnd < LINGER;
  }
}
