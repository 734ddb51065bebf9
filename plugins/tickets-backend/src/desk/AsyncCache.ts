/** How answers are kept. */
export interface CacheOptions {
  /** Milliseconds from when the question is asked; 0: nothing is kept. */
  readonly ttl: number;
  /** How many are kept; beyond that the oldest goes. */
  readonly max: number;
  readonly clock: () => Date;
}

interface Kept<Answer> {
  readonly answer: Promise<Answer>;
  /** In milliseconds. */
  readonly until: number;
}

/**
 * A cache of responses of other services, for a short time. Concurrent requests
 * for the same key share one request; neither failures nor missing values are
 * cached.
 */
export class AsyncCache<Answer> {
  /** In the order in which they were asked for, which is that of their ends. */
  readonly #kept = new Map<string, Kept<Answer>>();

  constructor(private readonly keeping: CacheOptions) {}

  /** How many are held at the moment. */
  get size(): number {
    return this.#kept.size;
  }

  /**
   * The answer to a question.
   *
   * @param question - names all that the answer depends on
   * @param ask - finds it out, if it is not kept
   */
  get(question: string, ask: () => Promise<Answer>): Promise<Answer> {
    const { ttl: ttl, clock } = this.keeping;
    if (ttl <= 0) {
      return ask();
    }
    const now = clock().getTime();
    this.#forget(now);
    const before = this.#kept.get(question);
    if (before) {
      return before.answer;
    }
    this.#makeRoom();
    const kept = { answer: ask(), until: now + ttl };
    this.#kept.set(question, kept);
    const forget = () => {
      if (this.#kept.get(question) === kept) {
        this.#kept.delete(question);
      }
    };
    kept.answer.then(answer => answer ?? forget(), forget);
    return kept.answer;
  }

  /** Forgets what is too old, or from the future after the clock was set back. */
  #forget(now: number): void {
    for (const [question, { until }] of this.#kept) {
      if (until > now && until <= now + this.keeping.ttl) {
        return;
      }
      this.#kept.delete(question);
    }
  }

  #makeRoom(): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= this.keeping.max && oldest !== undefined) {
      this.#kept.delete(oldest);
    }
  }
}
