import { FairQueue, type FairQueueBounds } from './FairQueue';
import { OthersAtWork } from './OthersAtWork';
import { Traffic } from './Traffic';
import { type Rest, type TakeRest, beginRest, watchLoad } from './rest';

/** How many requests a person may send before others go first. */
export interface GateBounds extends FairQueueBounds {
  /** How many requests pass immediately after a quiet time. */
  readonly burst: number;
  /** How many more pass each second. */
  readonly perSecond: number;
  /** Of the burst, what is kept for quieter times while the process is busy. */
  readonly reserve: number;
}

/** What the gate finds out about the process. */
export interface GateEnvironment {
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /**
   * Begins to watch the process; the result rests after what was done since
   * then.
   */
  readonly beginRest: () => TakeRest;
  /** Whether the process has been busy for a moment. */
  readonly isBusy: () => boolean;
}

/**
 * Ends a request; calling it twice is harmless.
 *
 * @param worked - how long a database worked on it, in milliseconds; default: 0
 */
export type Leave = (worked?: number) => void;

/** The requests that a person had left, and when. */
interface Allowance {
  readonly left: number;
  /** In milliseconds. */
  readonly at: number;
}

/** What is left to the rest of the portal. */
const SPARE: Rest = { share: 0.5, longest: 250 };

/**
 * The same while others are at work with the desk: as a rule until everybody
 * was notified of what was written.
 */
const SPARE_FOR_OTHERS: Rest = { share: 0.7, longest: 1_000 };

/** The same for a database that took long to read something. */
const SPARE_AFTER_READING: Rest = { share: 0.7, longest: 3_000 };

/** From so many people on, those are forgotten who have all of their burst. */
const MANY_PEOPLE = 1_000;

const SECOND = 1_000;

/**
 * Every request passes the gate. A person who browses passes immediately.
 * Clients that send more take turns, few at a time, and leave the process time
 * for all others. While the process is busy, people who sent much lately take
 * turns sooner.
 */
export class Gate {
  readonly #queue: FairQueue;
  readonly #allowances = new Map<string, Allowance>();
  readonly #others: OthersAtWork;
  readonly #traffic: Traffic;

  constructor(
    private readonly bounds: GateBounds,
    private readonly environment: GateEnvironment,
  ) {
    this.#queue = new FairQueue(bounds);
    this.#others = new OthersAtWork(environment.now);
    this.#traffic = new Traffic(environment.now);
  }

  /** Of how many people something is remembered. */
  get people(): number {
    return this.#allowances.size;
  }

  /**
   * Whether people are at work; those who take turns count for nothing, or they
   * would hold up everything that lets people go first.
   */
  get isServing(): boolean {
    return this.#traffic.isServing;
  }

  /**
   * Waits until a request of a person may proceed.
   *
   * @param signal - cancels the wait
   * @throws TooManyRequestsError when too much of this person waits already
   * @throws TooBusyError when too many wait in all
   * @throws what the signal has as its reason, when it is given up before
   */
  async enter(person: string, signal: AbortSignal): Promise<Leave> {
    this.#others.noteRequest(person);
    if (this.#spend(person)) {
      return this.#traffic.begin();
    }
    return new Promise((resolve, reject) => {
      this.#queue
        .run({ person, signal }, async () => {
          const rest = this.environment.beginRest();
          const worked = await new Promise<number | undefined>(ended =>
            resolve(ended),
          );
          await rest(this.#others.besides(person) ? SPARE_FOR_OTHERS : SPARE, {
            worked,
          });
        })
        .catch(reject);
    });
  }

  /**
   * Does a part of something long for a person, and leaves the process time
   * after it while others are at work.
   */
  async besideOthers<T>(person: string, work: () => Promise<T>): Promise<T> {
    const { now, beginRest: begin } = this.environment;
    const rest = begin();
    const since = now();
    const result = await work();
    if (this.#others.besides(person)) {
      await rest(SPARE, { worked: now() - since });
    }
    return result;
  }

  /**
   * Leaves a database time for others who are at work, after it read something
   * expensive for a person who is beyond their allowance: those who look for
   * something now and then hold up nobody.
   *
   * @param worked - how long that took, in milliseconds
   * @param lane - where its turn ends after that: when a person waits there who
   *   is within their allowance, it ends at once
   */
  async spareAfterReading(
    person: string,
    worked: number,
    lane: Pick<FairQueue, 'waitingPeople'>,
  ): Promise<void> {
    if (!this.#mayPass(person) && this.#others.besides(person)) {
      await this.environment.beginRest()(SPARE_AFTER_READING, {
        worked,
        isWanted: () => lane.waitingPeople.some(other => this.#mayPass(other)),
      });
    }
  }

  /**
   * Counts an expensive request as several, so that a person who sends many of
   * them waits sooner.
   *
   * @param requests - less than 0: they get so many back
   * @returns how many of them the person had left
   */
  charge(person: string, requests: number): number {
    const at = this.environment.now();
    const before = this.#leftTo(person, at);
    const left = Math.max(before - requests, 0);
    this.#allowances.set(person, { left, at });
    return Math.min(requests, before);
  }

  /** Whether a request of a person would pass immediately. */
  #mayPass(person: string): boolean {
    const reserve = this.environment.isBusy() ? this.bounds.reserve : 0;
    return this.#leftTo(person, this.environment.now()) >= 1 + reserve;
  }

  /** Takes a request from those that a person has left, if there is one. */
  #spend(person: string): boolean {
    const at = this.environment.now();
    const left = this.#leftTo(person, at);
    const passes = this.#mayPass(person);
    this.#allowances.set(person, { left: passes ? left - 1 : left, at });
    if (this.#allowances.size > MANY_PEOPLE) {
      this.#forget(at);
    }
    return passes;
  }

  #leftTo(person: string, at: number): number {
    const { burst, perSecond } = this.bounds;
    const before = this.#allowances.get(person) ?? { left: burst, at };
    const since = (at - before.at) / SECOND;
    return Math.min(burst, before.left + since * perSecond);
  }

  #forget(at: number): void {
    for (const person of this.#allowances.keys()) {
      if (this.#leftTo(person, at) >= this.bounds.burst) {
        this.#allowances.delete(person);
      }
    }
  }
}

/**
 * More than people ask for by their screens. What goes beyond is done one after
 * the other, and what waits of one person is bounded.
 */
const gateBounds: GateBounds = {
  burst: 60,
  perSecond: 3,
  reserve: 30,
  atOnce: 1,
  perPerson: 1,
  waitingPerPerson: 100,
  waiting: 1_000,
};

export function createGate(): Gate {
  return new Gate(gateBounds, {
    now: () => performance.now(),
    beginRest,
    isBusy: watchLoad(),
  });
}
