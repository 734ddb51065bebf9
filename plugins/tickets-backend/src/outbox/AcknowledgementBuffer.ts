/** So many entries are removed in one statement. */
const AT_ONCE = 32;

/**
 * How long an entry that was delivered may wait for others, in milliseconds:
 * if the process dies meanwhile, it is delivered once more.
 */
const PATIENCE = 100;

/** Removes from the outbox what was delivered, many entries at once. */
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

  /** Removes all that was added. */
  async flush(): Promise<void> {
    this.#begin();
    while (this.#removing) {
      await this.#removing;
    }
  }

  /** One removal after the other; what comes meanwhile goes with the next. */
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
