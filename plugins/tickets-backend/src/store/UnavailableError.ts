import { ServiceUnavailableError } from '@backstage/errors';

/** Why something cannot be done at the moment. */
export interface Unavailability {
  /** What does not do its work, such as `database`: one of a few. */
  readonly source: string;
  /** After how many seconds it may work again. */
  readonly retryAfter: number;
  /** What it said, for the log alone. */
  readonly failure: unknown;
}

/**
 * Something that the desk needs does not work at the moment. Callers get the
 * message, but no details of the failure.
 */
export class UnavailableError extends ServiceUnavailableError {
  readonly retryAfter: number;
  readonly #why: Unavailability;

  constructor(message: string, why: Unavailability) {
    super(message);
    this.name = 'ServiceUnavailableError';
    this.retryAfter = why.retryAfter;
    this.#why = why;
  }

  get source(): string {
    return this.#why.source;
  }

  get failure(): unknown {
    return this.#why.failure;
  }
}
