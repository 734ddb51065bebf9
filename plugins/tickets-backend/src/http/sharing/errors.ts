import { CustomErrorBase, ServiceUnavailableError } from '@backstage/errors';

/** A person sends too much at the same time; answered with 429. */
export class TooManyRequestsError extends CustomErrorBase {
  readonly statusCode = 429;
  readonly #retryAfter: number;

  /** @param retryAfter - after how many seconds there may be room again */
  constructor(message: string, retryAfter = 2) {
    super(message);
    this.name = 'TooManyRequestsError';
    this.#retryAfter = retryAfter;
  }

  get retryAfter(): number {
    return this.#retryAfter;
  }
}

/** All people together send too much at the same time; answered with 503. */
export class TooBusyError extends ServiceUnavailableError {
  readonly #retryAfter = 5;

  constructor() {
    super('Too much is asked of the desk at the moment; try again later');
    this.name = 'ServiceUnavailableError';
  }

  get retryAfter(): number {
    return this.#retryAfter;
  }
}
