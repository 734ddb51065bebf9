import { TooManyRequestsError, TooBusyError } from './errors';

/** How much may go on; each more than 0. */
export interface FairQueueBounds {
  /** How many work at the same time. */
  readonly atOnce: number;
  /** How many of one person work at the same time. */
  readonly perPerson: number;
  /**
   * The most that waiting work of one person may cost in total. Each counts as
   * no more than the one that is added, so that as many small ones may wait;
   * the first may cost more.
   */
  readonly waitingPerPerson: number;
  /** How many may wait in total. */
  readonly waiting: number;
}

/** Who asks for work, and how much it is. */
export interface Demand {
  readonly person: string;
  /** In units of simple work. Default: 1 */
  readonly cost?: number;
  /** Whether it is part of work that already runs, and is not refused. */
  readonly continued?: boolean;
  /** Gives the place in the queue up. */
  readonly signal?: AbortSignal;
}

interface Entry {
  readonly cost: number;
  begin(): void;
}

/** The work of one person. */
interface Share {
  running: number;
  readonly waiting: Entry[];
  /** Up to where their work has taken them, as start-time fair queueing counts. */
  used: number;
}

/**
 * Runs a limited amount of work at a time, and shares it fairly among people:
 * the next is the person whose work has cost least so far. A person who asks
 * for very much waits longer; others do not.
 */
export class FairQueue {
  readonly #shares = new Map<string, Share>();
  #running = 0;
  #waiting = 0;
  /** How far those have come whose turn it is; new people begin here. */
  #now = 0;

  constructor(private readonly bounds: FairQueueBounds) {}

  /** How much is under way, and of how many people something is remembered. */
  get load(): { running: number; waiting: number; people: number } {
    return {
      running: this.#running,
      waiting: this.#waiting,
      people: this.#shares.size,
    };
  }

  /** Those who wait for their turn. */
  get waitingPeople(): string[] {
    return [...this.#shares].flatMap(([person, { waiting }]) =>
      waiting.length > 0 ? [person] : [],
    );
  }

  /**
   * Does the work when it is its turn.
   *
   * @throws TooManyRequestsError when too much work of this person waits
   *   already
   * @throws TooBusyError when too much work waits in total
   * @throws the reason of the signal, when it is aborted before
   */
  async run<T>(demand: Demand, work: () => Promise<T>): Promise<T> {
    const { person, cost = 1, signal } = demand;
    signal?.throwIfAborted();
    const share = this.#shareOf(person);
    if (this.#mayBegin(share) && share.waiting.length === 0) {
      this.#begin(share, cost);
    } else {
      this.#requireRoom(share, demand);
      await this.#wait(share, cost, signal);
    }
    try {
      return await work();
    } finally {
      share.running -= 1;
      this.#running -= 1;
      this.#goOn();
    }
  }

  #shareOf(person: string): Share {
    const known = this.#shares.get(person);
    if (known) {
      if (known.running === 0 && known.waiting.length === 0) {
        // nobody earns credit by being idle
        known.used = Math.max(known.used, this.#now);
      }
      return known;
    }
    const share: Share = { running: 0, waiting: [], used: this.#now };
    this.#shares.set(person, share);
    return share;
  }

  #mayBegin({ running }: Share): boolean {
    const { atOnce, perPerson } = this.bounds;
    return this.#running < atOnce && running < perPerson;
  }

  #begin(share: Share, cost: number): void {
    this.#now = Math.max(this.#now, share.used);
    share.used += cost;
    share.running += 1;
    this.#running += 1;
  }

  #requireRoom({ waiting }: Share, { cost = 1, continued }: Demand): void {
    const { waitingPerPerson, waiting: most } = this.bounds;
    // waiting large work leaves room for small work
    const owed = waiting.reduce(
      (sum, entry) => sum + Math.min(entry.cost, cost),
      0,
    );
    if (continued) {
      return;
    }
    if (waiting.length > 0 && owed + cost > waitingPerPerson) {
      throw new TooManyRequestsError(
        'You have sent too many requests at the same time. Wait for their responses first.',
      );
    }
    if (this.#waiting >= most) {
      throw new TooBusyError();
    }
  }

  async #wait(share: Share, cost: number, signal?: AbortSignal): Promise<void> {
    let giveUp = () => {};
    try {
      await new Promise<void>((resolve, reject) => {
        const entry: Entry = { cost, begin: resolve };
        giveUp = () => {
          const place = share.waiting.indexOf(entry);
          // else its turn has just come
          if (place >= 0) {
            share.waiting.splice(place, 1);
            this.#waiting -= 1;
            this.#forget();
            reject(signal?.reason);
          }
        };
        share.waiting.push(entry);
        this.#waiting += 1;
        signal?.addEventListener('abort', giveUp);
      });
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  }

  #goOn(): void {
    for (let next = this.#next(); next; next = this.#next()) {
      const [entry] = next.waiting.splice(0, 1);
      this.#waiting -= 1;
      this.#begin(next, entry.cost);
      entry.begin();
    }
    this.#forget();
  }

  /**
   * Of the people who wait, the one whose work cost least; of several, the
   * first.
   */
  #next(): Share | undefined {
    let next: Share | undefined;
    for (const share of this.#shares.values()) {
      if (
        share.waiting.length > 0 &&
        this.#mayBegin(share) &&
        (!next || share.used < next.used)
      ) {
        next = share;
      }
    }
    return next;
  }

  /**
   * Forgets people when nothing runs, and those with the least cost, who start
   * there anyway.
   */
  #forget(): void {
    const idle = this.#running === 0 && this.#waiting === 0;
    for (const [person, share] of this.#shares) {
      const { running, waiting, used } = share;
      if (
        running === 0 &&
        waiting.length === 0 &&
        (idle || used <= this.#now)
      ) {
        this.#shares.delete(person);
      }
    }
    if (idle) {
      this.#now = 0;
    }
  }
}
