import { ServiceUnavailableError } from '@backstage/errors';

/** How much may go on; each more than 0. */
export interface TurnsBounds {
  /** How many work at the same time. */
  readonly atOnce: number;
  /** How many may wait. */
  readonly queue: number;
  /** How many of one person may wait. */
  readonly perPerson: number;
}

interface Waiting {
  readonly person: string;
  readonly begin: () => void;
}

/**
 * Lets few work at the same time; others wait for their turn. Who has work
 * going on comes after those who have none.
 */
export class Turns {
  #waiting: Waiting[] = [];
  readonly #working: string[] = [];

  constructor(private readonly bounds: TurnsBounds) {}

  /** @throws ServiceUnavailableError when too many wait already */
  async take<T>(person: string, work: () => Promise<T>): Promise<T> {
    if (this.#working.length < this.bounds.atOnce) {
      this.#working.push(person);
    } else {
      this.#requireRoom(person);
      await new Promise<void>(begin => this.#waiting.push({ person, begin }));
    }
    try {
      return await work();
    } finally {
      this.#working.splice(this.#working.indexOf(person), 1);
      this.#beginNext();
    }
  }

  #beginNext(): void {
    const next =
      this.#waiting.find(({ person }) => !this.#working.includes(person)) ??
      this.#waiting[0];
    if (next) {
      this.#waiting = this.#waiting.filter(waiting => waiting !== next);
      this.#working.push(next.person);
      next.begin();
    }
  }

  #requireRoom(person: string): void {
    const { queue, perPerson } = this.bounds;
    const own = this.#waiting.filter(waiting => waiting.person === person);
    if (own.length >= perPerson) {
      throw new ServiceUnavailableError(
        'Wait for the reports that you have asked for',
      );
    }
    if (this.#waiting.length >= queue) {
      throw new ServiceUnavailableError(
        'Too many reports are asked for at the moment; try again later',
      );
    }
  }
}
