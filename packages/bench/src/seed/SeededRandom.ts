/**
 * SeededRandom that repeats itself: the same seed gives the same numbers on every
 * machine (a small 32 bit generator of sums, shifts and rotations).
 */
export class SeededRandom {
  #a = 0x9e3779b9;
  #b = 0x243f6a88;
  #c: number;
  #counter = 1;

  constructor(seed: number) {
    this.#c = Math.trunc(seed);
    for (let round = 0; round < 12; round += 1) {
      this.#next();
    }
  }

  #next(): number {
    // no 32 bit number may be negative when it is divided
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** From 0 up to, but not including, 1. */
  share(): number {
    return this.#next() / 0x100000000;
  }

  happens(probability: number): boolean {
    return this.share() < probability;
  }

  /** A whole number from 0 up to, but not including, `count`. */
  below(count: number): number {
    return Math.floor(this.share() * count);
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) {
      throw new Error('there is nothing to pick from');
    }
    return items[this.below(items.length)];
  }

  shuffled<T>(items: readonly T[]): T[] {
    const rest = [...items];
    return items.map(() => rest.splice(this.below(rest.length), 1)[0]);
  }

  /** A random UUID of version 4. */
  uuid(): string {
    const hex = Array.from({ length: 4 }, () =>
      this.#next().toString(16).padStart(8, '0'),
    ).join('');
    const variant = '89ab'[this.below(4)];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
