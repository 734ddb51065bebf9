import { performance } from 'node:perf_hooks';
import type { RequestHandler } from 'express';

/** How long after an answer the next request is expected, in milliseconds. */
const LINGER = 1_000;

/** Knows whether people are at work with the desk. */
export class Traffic {
  #underWay = 0;
  #lastEnd = Number.NEGATIVE_INFINITY;

  /** Counts a request until it is answered or its caller hangs up. */
  readonly count: RequestHandler = (_request, response, next) => {
    this.#underWay += 1;
    response.once('close', () => {
      this.#underWay -= 1;
      this.#lastEnd = performance.now();
    });
    next();
  };

  /** Whether requests are running, or were a moment ago. */
  readonly isServing = (): boolean =>
    this.#underWay > 0 || performance.now() - this.#lastEnd < LINGER;
}
