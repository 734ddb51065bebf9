import { errorForLog } from '../desk/errorForLog';
import { Batch, type ClaimedEntry } from './Batch';
import { AcknowledgementBuffer } from './AcknowledgementBuffer';
import { DeliveryOutcomes, type OutcomeEnvironment } from './DeliveryOutcomes';
import { MAX_ATTEMPTS } from './backoff';
import { Outage } from './Outage';
import { withTimeout } from './deliver';
import { waitingSince } from './waitingSince';
import { LONGEST_REST, type Pace, restAfter } from './pace';

/** How many deliveries of a channel run at the same time. */
const MAX_IN_FLIGHT: Record<Pace, number> = { free: 8, slow: 1 };

/** How long a channel pauses before it looks again, in milliseconds. */
const PAUSE = 25;

/**
 * How long notifications wait at most until a slow channel stops resting, in
 * milliseconds; after the same time again it delivers several at once.
 */
const PATIENCE = 10_000;

/** How many deliveries run then, however busy the process is. */
const LATE_IN_FLIGHT = 3;

/** How many entries are claimed together; some wait for their turn. */
const BATCH_SIZE = 16;

/** How long one delivery may take, in milliseconds. */
const TIMEOUT = 30_000;

/**
 * After this time a claimed entry is due again, in milliseconds: longer than a
 * delivery takes, so that only entries of a dead process are due again.
 */
export const LEASE = 60_000;

/** Handles the entries of the outbox under its id. */
export interface OutboxConsumer {
  readonly id: string;
  /** Whether the entries of a ticket are handled one after the other. */
  readonly inOrder?: boolean;
  /**
   * The entry is removed when this resolves, and tried again later when it
   * rejects.
   */
  consume(claimed: ClaimedEntry, signal: AbortSignal): Promise<void>;
}

/** What a relay to a channel needs. */
export interface RelayEnvironment extends OutcomeEnvironment {
  /** The pace at which deliveries may run now. */
  readonly pace: () => Pace;
}

/**
 * Claims what is due for one channel and delivers it. Every replica does so;
 * the database ensures that no two claim the same entry.
 */
export class ChannelRelay {
  /** Claimed and not started. */
  #waiting: ClaimedEntry[] = [];
  readonly #inFlight = new Set<Promise<void>>();
  /** The tickets that those are about. */
  readonly #ticketsInFlight = new Set<string>();
  readonly #outage = new Outage();
  readonly #outcomes: DeliveryOutcomes;
  readonly #acknowledgements: AcknowledgementBuffer;
  #claiming: Promise<void> | undefined;
  #again = false;
  /** Since when a notification may be waiting, in milliseconds. */
  #behindSince: number | undefined;
  /** Until when it rests, in milliseconds. */
  #restUntil = 0;
  #pause: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    private readonly channel: OutboxConsumer,
    private readonly environment: RelayEnvironment,
  ) {
    this.#outcomes = new DeliveryOutcomes(channel.id, environment);
    this.#acknowledgements = new AcknowledgementBuffer(ids =>
      this.#outcomes.acknowledge(ids),
    );
  }

  get id(): string {
    return this.channel.id;
  }

  /** Starts to deliver what is due. */
  wake(): void {
    this.#again = true;
    this.#behindSince ??= this.#now();
    this.#goOn();
  }

  /** Finishes running deliveries and stops claiming. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#pause);
    await this.#outcomes.release(this.#waiting.splice(0));
    await this.idle();
  }

  /** Resolves when nothing is running. */
  async idle(): Promise<void> {
    while (
      this.#claiming ||
      this.#inFlight.size > 0 ||
      this.#acknowledgements.underWay
    ) {
      await Promise.all([this.#claiming, ...this.#inFlight]);
      await this.#acknowledgements.flush();
    }
  }

  #now(): number {
    return this.environment.context.clock().getTime();
  }

  #hasRoom(): boolean {
    return (
      !this.#stopped &&
      this.#outage.restsFor(this.#now()) === 0 &&
      this.#inFlight.size < this.#mostInFlight()
    );
  }

  /**
   * How many deliveries may run: what the process has time for, and more when
   * notifications have waited for long.
   */
  #mostInFlight(): number {
    const now = this.#now();
    const pace = this.environment.pace();
    const waited = now - (this.#behindSince ?? now);
    if (waited >= 2 * PATIENCE) {
      return Math.max(MAX_IN_FLIGHT[pace], LATE_IN_FLIGHT);
    }
    const rests = pace === 'slow' && waited < PATIENCE && this.#isResting(now);
    return rests ? 0 : MAX_IN_FLIGHT[pace];
  }

  #isResting(now: number): boolean {
    const left = this.#restUntil - now;
    // a longer rest means that the clock was set back
    return left > 0 && left <= LONGEST_REST;
  }

  /**
   * Starts what waits as far as there is room, and claims more when there is
   * room left.
   */
  #goOn(): void {
    while (this.#hasRoom()) {
      const next = this.#nextWaiting();
      if (next === undefined) {
        if (this.#waiting.length < BATCH_SIZE) {
          this.#takeMore();
        }
        return;
      }
      this.#begin(next);
    }
    if (!this.#stopped && this.#inFlight.size === 0) {
      // no running delivery will continue with it
      this.#pause ??= setTimeout(
        () => {
          this.#pause = undefined;
          this.#goOn();
        },
        Math.max(PAUSE, this.#outage.restsFor(this.#now())),
      ).unref();
    }
  }

  /** Where order counts, none of a ticket of which another one is under way. */
  #nextWaiting(): ClaimedEntry | undefined {
    const index = this.channel.inOrder
      ? this.#waiting.findIndex(
          ({ entry }) => !this.#ticketsInFlight.has(entry.ticketId),
        )
      : 0;
    return index < 0 ? undefined : this.#waiting.splice(index, 1)[0];
  }

  #takeMore(): void {
    if (this.#again) {
      this.#claiming ??= this.#claimDue().finally(() => {
        this.#claiming = undefined;
        this.#goOn();
      });
    } else if (!this.#claiming) {
      this.#behindSince = undefined;
    }
  }

  async #claimDue(): Promise<void> {
    const { context, throttledLogger } = this.environment;
    const { store, clock } = context;
    this.#again = false;
    try {
      const now = clock();
      const until = new Date(now.getTime() + LEASE);
      const entries = await store.outbox.claim(this.channel.id, {
        now,
        until,
        limit: BATCH_SIZE,
      });
      const batch = new Batch(entries, until, store, clock);
      const claimed = entries.map(entry => ({ entry, batch }));
      if (this.#stopped) {
        await this.#outcomes.release(claimed);
        return;
      }
      this.#waiting.push(...claimed);
      this.#behindSince = waitingSince(entries) ?? now.getTime();
      // fewer than asked for means that these were all
      this.#again ||= entries.length === BATCH_SIZE;
    } catch (error) {
      throttledLogger.error(
        `${this.channel.id} read`,
        `Could not read the outbox of the channel ${this.channel.id}`,
        error,
      );
    }
  }

  #begin(claimed: ClaimedEntry): void {
    const begin = this.#now();
    const { ticketId } = claimed.entry;
    this.#ticketsInFlight.add(ticketId);
    const delivery = this.#relay(claimed)
      .catch(error =>
        // the entry stays claimed, and is due again when its lease ends
        this.environment.throttledLogger.error(
          `${this.channel.id} record`,
          `Could not record the outcome of ${this.#outcomes.nameOf(claimed.entry)}`,
          error,
        ),
      )
      .finally(() => {
        this.#inFlight.delete(delivery);
        this.#ticketsInFlight.delete(ticketId);
        const end = this.#now();
        this.#restUntil = end + restAfter(end - begin);
        this.#goOn();
      });
    this.#inFlight.add(delivery);
  }

  async #relay({ entry, batch }: ClaimedEntry): Promise<void> {
    if (entry.attempts > MAX_ATTEMPTS) {
      // each of these attempts ended with its process
      await this.#outcomes.markFailed(entry, 'no attempt came to an end');
      return;
    }
    if (this.#now() + TIMEOUT > batch.until.getTime()) {
      // it waited too long to finish within its lease
      await this.#outcomes.release([{ entry, batch }]);
      this.#again = true;
      return;
    }
    try {
      await withTimeout(TIMEOUT, signal =>
        this.channel.consume({ entry, batch }, signal),
      );
    } catch (error) {
      const cause = errorForLog(error);
      if (cause.name === 'ChannelUnavailableError') {
        await this.#restFrom({ entry, batch }, cause);
      } else {
        await this.#outcomes.fail(entry, cause);
      }
      return;
    }
    this.#outage.end();
    this.#acknowledgements.add(entry.id);
  }

  /** Leaves all that was taken as it was, until the channel is there again. */
  async #restFrom(claimed: ClaimedEntry, cause: Error): Promise<void> {
    this.#outage.seenAt(this.#now());
    this.#again = true;
    this.environment.throttledLogger.warn(
      `${this.channel.id} unavailable`,
      `Notifications wait for the channel ${this.channel.id}: ${cause.message}`,
    );
    await this.#outcomes.release([claimed, ...this.#waiting.splice(0)]);
  }
}
