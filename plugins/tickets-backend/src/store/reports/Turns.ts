import { ServiceUnavailableError } from '@backstage/errors';

/** Lets few work at the same time; others wait for their turn. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  /**
   * @param atOnce - how many work at the same time
   * @param queue - how many may wait
   */
  constructor(
    atOnce: number,
    private readonly queue: number,
  ) {
    this.#free = atOnce;
  }

  /** @throws ServiceUnavailableError when too many wait already */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) {
      this.#free--;
    } else if (this.#waiting.length < this.queue) {
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    } else {
      throw new ServiceUnavailableError(
        'Too many reports are asked for at the moment; try again later',
      );
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) {
        next();
      } else {
        this.#free++;
      }
    }
  }
}
