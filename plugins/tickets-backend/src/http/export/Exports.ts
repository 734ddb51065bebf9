import { ServiceUnavailableError } from '@backstage/errors';
import type { Response } from 'express';
import { TooManyRequestsError } from '../sharing/errors';
import { type PaceBounds, watchPace } from './watchPace';

/** Limits of exports; times in milliseconds. */
export interface ExportBounds extends PaceBounds {
  /** How many run at the same time in this process. */
  readonly atOnce: number;
  /** How many run at the same time for one person. */
  readonly perPerson: number;
  /** How long one export may take. */
  readonly longest: number;
}

export const EXPORT_BOUNDS: ExportBounds = {
  // between two batches an export keeps only their text in memory
  atOnce: 20,
  perPerson: 2,
  patience: 60_000,
  pace: 16_384,
  longest: 60 * 60_000,
};

/** When to try again, in seconds. */
const RETRY_AFTER = 30;

/** The exports that run in this process. */
export class Exports {
  readonly #running = new Map<Response, string>();
  #stopped = false;

  constructor(private readonly bounds: ExportBounds) {}

  /**
   * Sends an export, and cuts it off when the client does not read it.
   *
   * @throws TooManyRequestsError when the limit is reached
   * @throws ServiceUnavailableError when the desk is shutting down
   */
  async run(
    person: string,
    response: Response,
    answer: () => Promise<void>,
  ): Promise<void> {
    this.#requireRoom(person);
    const { longest } = this.bounds;
    this.#running.set(response, person);
    const stopWatching = watchPace(response, this.bounds);
    const end = setTimeout(() => response.destroy(), longest);
    try {
      await answer();
    } finally {
      clearTimeout(end);
      stopWatching();
      this.#running.delete(response);
    }
  }

  /** Cuts all exports off, so that the desk can shut down. */
  stop(): void {
    this.#stopped = true;
    [...this.#running.keys()].forEach(response => response.destroy());
  }

  #requireRoom(person: string): void {
    if (this.#stopped) {
      throw new ServiceUnavailableError(
        'The service desk is shutting down. Try again shortly.',
      );
    }
    const { atOnce, perPerson } = this.bounds;
    const people = [...this.#running.values()];
    if (people.filter(other => other === person).length >= perPerson) {
      throw new TooManyRequestsError(
        'Wait for your other exports to finish.',
        RETRY_AFTER,
      );
    }
    if (people.length >= atOnce) {
      throw new TooManyRequestsError(
        'Other people are exporting tickets. Try again in a while.',
        RETRY_AFTER,
      );
    }
  }
}
