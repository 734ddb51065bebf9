/** How long a channel rests when it is unavailable for the first time. */
const FIRST_REST = 5_000;

/** How long it rests at most, in milliseconds. */
export const LONGEST_OUTAGE_REST = 60_000;

/** While a channel is unavailable, it rests; longer each time it still is. */
export class Outage {
  #rest = 0;
  #until = 0;

  /**
   * The channel is unavailable. Several deliveries that find out together count
   * once.
   *
   * @param now - in milliseconds, as everywhere here
   */
  seenAt(now: number): void {
    if (this.restsFor(now) === 0) {
      this.#rest = Math.min(
        this.#rest === 0 ? FIRST_REST : this.#rest * 2,
        LONGEST_OUTAGE_REST,
      );
      this.#until = now + this.#rest;
    }
  }

  /** Something was delivered. */
  end(): void {
    this.#rest = 0;
    this.#until = 0;
  }

  /** How long it still rests; 0: it does not. */
  restsFor(now: number): number {
    const left = this.#until - now;
    // a longer rest means that the clock was set back
    return left > 0 && left <= LONGEST_OUTAGE_REST ? left : 0;
  }
}
