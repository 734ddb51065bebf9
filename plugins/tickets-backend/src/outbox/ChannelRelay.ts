import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TicketChannel } from '@portaldesk/plugin-tickets-node';
import type { DeskContext } from '../desk/context';
import type { StoredOutboxEntry } from '../store/OutboxStore';
import { MAX_ATTEMPTS, pauseAfter } from './backoff';
import { deliver, withTimeout } from './deliver';

/** How many deliveries a channel has under way at the same time. */
const MAX_IN_FLIGHT = 8;

/** How long one delivery may take, in milliseconds. */
const TIMEOUT = 30_000;

/**
 * After this time a claimed entry is due again, in milliseconds: longer than a
 * delivery takes, so that only those come again whose process died.
 */
const LEASE = 60_000;

/** What relaying to a channel takes. */
export interface RelayEnvironment {
  readonly context: Pick<DeskContext, 'config' | 'store' | 'catalog' | 'clock'>;
  readonly logger: LoggerService;
  /** Between 0 and 1. */
  readonly random: () => number;
}

/**
 * Takes what is due for one channel out of the outbox and hands it over. Every
 * replica does so; the database sees to it that they never take the same.
 */
export class ChannelRelay {
  readonly #inFlight = new Set<Promise<void>>();
  #claiming: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(
    private readonly channel: TicketChannel,
    private readonly environment: RelayEnvironment,
  ) {}

  /** Begins to deliver what is due. */
  wake(): void {
    this.#again = true;
    this.#claiming ??= this.#claimDue().finally(() => {
      this.#claiming = undefined;
      if (this.#again && !this.#isBusy()) {
        this.wake();
      }
    });
  }

  /** Lets what is under way come to its end, and takes nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.idle();
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#claiming || this.#inFlight.size > 0) {
      await Promise.all([this.#claiming, ...this.#inFlight]);
    }
  }

  #isBusy(): boolean {
    return this.#stopped || this.#inFlight.size >= MAX_IN_FLIGHT;
  }

  async #claimDue(): Promise<void> {
    const { context, logger } = this.environment;
    while (this.#again && !this.#isBusy()) {
      this.#again = false;
      try {
        const now = context.clock();
        const entries = await context.store.outbox.claim(this.channel.id, {
          now,
          until: new Date(now.getTime() + LEASE),
          limit: MAX_IN_FLIGHT - this.#inFlight.size,
        });
        entries.forEach(entry => this.#begin(entry));
        this.#again ||= entries.length > 0;
      } catch (error) {
        logger.error(
          `What the channel ${this.channel.id} has to tell could not be read`,
          asError(error),
        );
      }
    }
  }

  #begin(entry: StoredOutboxEntry): void {
    const delivery = this.#relay(entry)
      .catch(error =>
        // the entry stays claimed, and is due again when its time is over
        this.environment.logger.error(
          `What became of ${this.#name(entry)} could not be recorded`,
          asError(error),
        ),
      )
      .finally(() => {
        const wasBusy = this.#isBusy();
        this.#inFlight.delete(delivery);
        if (wasBusy) {
          this.wake();
        }
      });
    this.#inFlight.add(delivery);
  }

  async #relay(entry: StoredOutboxEntry): Promise<void> {
    const { context } = this.environment;
    const { outbox } = context.store;
    if (entry.attempts > MAX_ATTEMPTS) {
      // each of them ended with the process
      await this.#park(entry, 'no attempt came to an end');
      return;
    }
    try {
      await withTimeout(TIMEOUT, signal =>
        deliver(context, this.channel, entry, signal),
      );
    } catch (error) {
      await this.#failed(entry, asError(error));
      return;
    }
    await outbox.delivered(entry.id);
  }

  async #failed(entry: StoredOutboxEntry, error: Error): Promise<void> {
    const { context, logger, random } = this.environment;
    const permanent = error.name === 'PermanentDeliveryError';
    if (permanent || entry.attempts >= MAX_ATTEMPTS) {
      await this.#park(entry, error.message);
      return;
    }
    const pause = pauseAfter(entry.attempts, random());
    const until = new Date(context.clock().getTime() + pause);
    await context.store.outbox.defer(entry, until, error.message);
    logger.info(
      `${this.#name(entry)} is tried again at ${until.toISOString()}: ${error.message}`,
    );
  }

  async #park(entry: StoredOutboxEntry, cause: string): Promise<void> {
    const { context, logger } = this.environment;
    if (await context.store.outbox.park(entry, cause)) {
      logger.warn(
        `${this.#name(entry)} is parked after ${entry.attempts} attempts, until an admin of the desk tries it again or gives it up: ${cause}`,
      );
    }
  }

  #name({ noticeId, notice }: StoredOutboxEntry): string {
    return `Notice ${noticeId} (${notice.number} ${notice.occasion}) for the channel ${this.channel.id}`;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
