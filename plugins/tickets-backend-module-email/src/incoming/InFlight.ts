interface Running {
  readonly keys: ReadonlySet<string>;
  readonly done: Promise<void>;
}

/** What is done at the same time, apart from what has to follow something else. */
export class InFlight {
  readonly #running = new Map<number, Running>();

  has(id: number): boolean {
    return this.#running.has(id);
  }

  /**
   * @param keys - what has one of these in common with it waits for its end
   * @param work - must not reject
   */
  add(id: number, keys: readonly string[], work: Promise<void>): void {
    const done = work.finally(() => this.#running.delete(id));
    this.#running.set(id, { keys: new Set(keys), done });
  }

  /** Waits until fewer than so many are done. */
  async room(count: number): Promise<void> {
    while (this.#running.size >= count) {
      await Promise.race([...this.#running.values()].map(({ done }) => done));
    }
  }

  /** Waits for all that have one of these keys. */
  async following(keys: readonly string[]): Promise<void> {
    const before = [...this.#running.values()].filter(running =>
      keys.some(key => running.keys.has(key)),
    );
    await Promise.all(before.map(({ done }) => done));
  }

  /** Waits for all. */
  async idle(): Promise<void> {
    await this.room(1);
  }
}
