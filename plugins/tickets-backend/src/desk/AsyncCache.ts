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
 * Answers of others that are kept for a short time, so that the same question
 * is not asked again and again. Those who ask while a question is under way
 * share its answer; failures are not kept, nor is that there is nothing.
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

  /** What is too old, and what was asked later than now: the clock was set back. */
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
