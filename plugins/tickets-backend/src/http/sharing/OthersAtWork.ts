/** How long a person counts as at work after a request, in milliseconds. */
const LATELY = 5_000;

/** When a person sent a request, in milliseconds. */
interface Request {
  readonly person: string;
  readonly at: number;
}

/** Knows who sent a request lately, as far as it matters to one person. */
export class OthersAtWork {
  #latest: Request | undefined;
  /** The latest of anybody but the person of `#latest`. */
  #latestOfOthers: Request | undefined;

  /** @param now - milliseconds of a clock that never goes back */
  constructor(private readonly now: () => number) {}

  noteRequest(person: string): void {
    if (this.#latest?.person !== person) {
      this.#latestOfOthers = this.#latest;
    }
    this.#latest = { person, at: this.now() };
  }

  /** Whether anybody but this person is at work. */
  besides(person: string): boolean {
    const other =
      this.#latest?.person === person ? this.#latestOfOthers : this.#latest;
    return other !== undefined && this.now() - other.at < LATELY;
  }
}
