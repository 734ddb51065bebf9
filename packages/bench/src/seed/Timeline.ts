interface Entry {
  readonly at: number;
  /** Of two at the same time, the one that was added first comes first. */
  readonly order: number;
  happen(): void;
}

/**
 * Lets things happen in the order of their times, though they become known out
 * of it: a binary heap, the earliest entry first.
 */
export class Timeline {
  readonly #heap: Entry[] = [];
  #added = 0;

  add(at: Date, happen: () => void): void {
    this.#added += 1;
    const heap = this.#heap;
    heap.push({ at: at.getTime(), order: this.#added, happen });
    let child = heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >>> 1;
      if (!isBefore(heap[child], heap[parent])) {
        break;
      }
      [heap[child], heap[parent]] = [heap[parent], heap[child]];
      child = parent;
    }
  }

  /** Lets everything happen that comes before this time, or everything. */
  runUntil(at = Infinity): void {
    while (this.#heap.length > 0 && this.#heap[0].at < at) {
      this.#takeFirst().happen();
    }
  }

  #takeFirst(): Entry {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop() ?? first;
    if (heap.length > 0) {
      heap[0] = last;
      this.#sink();
    }
    return first;
  }

  #sink(): void {
    const heap = this.#heap;
    let parent = 0;
    for (;;) {
      const children = [2 * parent + 1, 2 * parent + 2];
      let earliest = parent;
      for (const child of children) {
        if (child < heap.length && isBefore(heap[child], heap[earliest])) {
          earliest = child;
        }
      }
      if (earliest === parent) {
        return;
      }
      [heap[parent], heap[earliest]] = [heap[earliest], heap[parent]];
      parent = earliest;
    }
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.at === other.at ? one.order < other.order : one.at < other.at;
}
