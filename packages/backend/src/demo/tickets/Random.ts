/**
 * Chance that repeats itself: the same seed gives the same numbers on every
 * machine (a 32 bit multiply-and-xor generator, good enough for a demo).
 */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From `low` up to, but not including, `high`. */
  between(low: number, high: number): number {
    this.#state = (this.#state + 0x6d2b79f5) % 0x100000000;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const share = ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
    return low + share * (high - low);
  }

  chance(probability: number): boolean {
    return this.between(0, 1) < probability;
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) {
      throw new Error('There is nothing to pick from');
    }
    return items[Math.floor(this.between(0, items.length))];
  }

  shuffle<T>(items: readonly T[]): T[] {
    return items
      .map(item => ({ item, place: this.between(0, 1) }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item);
  }
}
