import type { SeededRandom } from './SeededRandom';

/**
 * Picks the first of some items most often, the second half as often, the
 * third a third as often and so on, as words and busy components are found.
 */
export class Zipf<T> {
  readonly #items: readonly T[];
  /** Up to which share each item is picked. */
  readonly #limits: Float64Array;

  /** @param flatness - 0: as above; the larger, the more alike */
  constructor(items: readonly T[], flatness = 0) {
    this.#items = items;
    this.#limits = new Float64Array(items.length);
    let sum = 0;
    for (let index = 0; index < items.length; index += 1) {
      sum += 1 / (index + 1 + flatness);
      this.#limits[index] = sum;
    }
  }

  pick(random: SeededRandom): T {
    const wanted = random.share() * (this.#limits.at(-1) ?? 0);
    let [low, high] = [0, this.#limits.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#limits[middle] > wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return this.#items[low];
  }
}
