import { ServiceUnavailableError } from '@backstage/errors';
import type { Response } from 'express';
import { TooManyRequestsError } from '../sharing/errors';
import { type PaceBounds, watchPace } from './watchPace';

/** What exports may take; spans of time in milliseconds. */
export interface ExportBounds extends PaceBounds {
  /** How many run at once in this process. */
  readonly atOnce: number;
  /** How many run at once for one person. */
  readonly perPerson: number;
  /** How long an export may take in all. */
  readonly longest: number;
}

export const EXPORT_BOUNDS: ExportBounds = {
  // between two batches an export holds no more than their text
  atOnce: 20,
  perPerson: 2,
  patience: 60_000,
  pace: 16_384,
  longest: 60 * 60_000,
};

/** After how many seconds another export may have ended. */
const RETRY_AFTER = 30;

/** The exports that run in this process. */
export class Exports {
  readonly #running = new Map<Response, string>();
  #stopped = false;

  constructor(private readonly bounds: ExportBounds) {}

  /**
   * Answers somebody with an export, and cuts the answer off when they do not
   * take it.
   *
   * @throws TooManyRequestsError when as many run as may
   * @throws ServiceUnavailableError when the desk is about to end
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

  /** Cuts all answers off: none may keep the desk from ending. */
  stop(): void {
    this.#stopped = true;
    [...this.#running.keys()].forEach(response => response.destroy());
  }

  #requireRoom(person: string): void {
    if (this.#stopped) {
      throw new ServiceUnavailableError('The desk is about to end');
    }
    const { atOnce, perPerson } = this.bounds;
    const people = [...this.#running.values()];
    if (people.filter(other => other === person).length >= perPerson) {
      throw new TooManyRequestsError(
        'Wait for your other exports to end',
        RETRY_AFTER,
      );
    }
    if (people.length >= atOnce) {
      throw new TooManyRequestsError(
        'Others export tickets at the moment; try again in a while',
        RETRY_AFTER,
      );
    }
  }
}
