import { createHash } from 'node:crypto';

/** How long the words of a report are shown again, in milliseconds. */
const SHORTLY = 30_000;

/**
 * Reports that were sent a moment ago. Who presses the button twice sees the
 * answer to the second time, and would never get the words that the first one
 * made. They are known in memory alone, and shown to the same form.
 */
export class JustSent {
  readonly #words = new Map<string, Promise<string | undefined>>();

  constructor(private readonly shortly: number = SHORTLY) {}

  /** Of how many something is remembered. */
  get size(): number {
    return this.#words.size;
  }

  /**
   * @param content - of the form, with its mark
   * @param file - files the report, unless the same was sent a moment ago
   * @returns the words; undefined where nobody can find them out again
   */
  async words(
    content: unknown,
    file: () => Promise<string | undefined>,
  ): Promise<string | undefined> {
    const key = createHash('sha256')
      .update(JSON.stringify(content))
      .digest('base64');
    const before = this.#words.get(key);
    if (before) {
      return before;
    }
    const words = file();
    this.#words.set(key, words);
    const forget = () => this.#words.delete(key);
    words.then(() => setTimeout(forget, this.shortly).unref(), forget);
    return words;
  }
}
