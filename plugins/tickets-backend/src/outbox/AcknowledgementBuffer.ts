/** How many entries one statement removes. */
const AT_ONCE = 32;

/**
 * How long a delivered entry may wait for others, in milliseconds. If the
 * process dies before the entry is removed, it is delivered again.
 */
const PATIENCE = 100;

/** Removes delivered entries from the outbox, many in one statement. */
export class AcknowledgementBuffer {
  #delivered: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #removing: Promise<void> | undefined;

  /** @param remove - must not fail */
  constructor(private readonly remove: (ids: string[]) => Promise<void>) {}

  get underWay(): boolean {
    return this.#delivered.length > 0 || this.#removing !== undefined;
  }

  add(id: string): void {
    this.#delivered.push(id);
    if (this.#delivered.length >= AT_ONCE) {
      this.#begin();
    } else {
      this.#timer ??= setTimeout(() => this.#begin(), PATIENCE);
    }
  }

  /** Removes all entries that were added. */
  async flush(): Promise<void> {
    this.#begin();
    while (this.#removing) {
      await this.#removing;
    }
  }

  /**
   * One statement at a time; entries that are added during it go with the next.
   */
  #begin(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#removing || this.#delivered.length === 0) {
      return;
    }
    const ids = this.#delivered;
    this.#delivered = [];
    this.#removing = this.remove(ids).finally(() => {
      this.#removing = undefined;
      this.#begin();
    });
  }
}
