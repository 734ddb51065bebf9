import { TooManyRequestsError } from '../../http/sharing/errors';
import { Allowances } from './Allowances';
import { WrongWords } from './WrongWords';
import { unreadable } from './placeOf';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What is done on the public pages, and is counted. */
export type Counted = 'page' | 'opening' | 'message' | 'report';

/** How many wrong words nobody waits for. */
const FREE_BY_WORD = 3;
const FREE_BY_PLACE = 20;

/** For each place; an office can be one. */
const ofPlace: Readonly<Record<Counted, readonly [number, number]>> = {
  page: [120, SECOND / 2],
  opening: [20, 5 * SECOND],
  message: [20, 30 * SECOND],
  report: [20, MINUTE],
};

/** For all places together: what is written takes room. */
const ofAll: Readonly<Partial<Record<Counted, readonly [number, number]>>> = {
  message: [300, 2 * SECOND],
  report: [100, 10 * SECOND],
};

/**
 * What one place, and all together, may do on the public pages. Nothing of it
 * outlives the process.
 *
 * @param now - milliseconds of a clock that never goes back
 */
export class Limits {
  readonly #ofPlace = new Map<string, Allowances>();
  readonly #ofAll = new Map<string, Allowances>();
  readonly #wrongByWord: WrongWords;
  readonly #wrongByPlace: WrongWords;

  constructor(now: () => number = () => performance.now()) {
    const fill = (into: Map<string, Allowances>, from: object) =>
      Object.entries(from).forEach(([what, [burst, refill]]) =>
        into.set(what, new Allowances({ burst, refill }, now)),
      );
    fill(this.#ofPlace, ofPlace);
    fill(this.#ofAll, ofAll);
    this.#wrongByWord = new WrongWords(FREE_BY_WORD, now);
    this.#wrongByPlace = new WrongWords(FREE_BY_PLACE, now);
  }

  /** @throws TooManyRequestsError, with when to try again */
  count(what: Counted, place: string): void {
    requireNoWait(this.#ofPlace.get(what)?.take(place) ?? 0);
    requireNoWait(this.#ofAll.get(what)?.take('') ?? 0);
  }

  /**
   * Looks words up, unless too many wrong ones came before.
   *
   * @param words - as they were typed
   * @param find - gives undefined for wrong ones
   * @throws TooManyRequestsError, with when to try again
   */
  async tryWords<T>(
    words: string,
    place: string,
    find: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const word = unreadable(words.split('-')[0]);
    requireNoWait(
      Math.max(
        this.#wrongByWord.waitFor(word),
        this.#wrongByPlace.waitFor(place),
      ),
    );
    const found = await find();
    if (found === undefined) {
      this.#wrongByWord.note(word);
      this.#wrongByPlace.note(place);
    }
    return found;
  }
}

function requireNoWait(seconds: number): void {
  if (seconds > 0) {
    throw new TooManyRequestsError('Too many requests', seconds);
  }
}
