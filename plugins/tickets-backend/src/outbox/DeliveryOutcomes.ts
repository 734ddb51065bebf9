import type { ThrottledLogger } from '../desk/ThrottledLogger';
import type { StoredOutboxEntry } from '../store/outbox/OutboxEntry';
import type { ClaimedEntry } from './Batch';
import { MAX_ATTEMPTS, pauseAfter } from './backoff';
import type { DeliveryContext } from './deliver';

/** What recording outcomes takes. */
export interface OutcomeEnvironment {
  readonly context: DeliveryContext;
  readonly throttledLogger: ThrottledLogger;
  /** Between 0 and 1. */
  readonly random: () => number;
}

/** Records in the outbox what became of the entries of one channel. */
export class DeliveryOutcomes {
  constructor(
    private readonly channel: string,
    private readonly environment: OutcomeEnvironment,
  ) {}

  /** Removes what was delivered. */
  async acknowledge(ids: string[]): Promise<void> {
    const { context, throttledLogger } = this.environment;
    try {
      await context.store.outbox.acknowledge(ids);
    } catch (error) {
      // they stay claimed, and are due again when their lease ends
      throttledLogger.error(
        `${this.channel} record`,
        `Could not record the delivery of ${ids.length} notifications to the channel ${this.channel}`,
        error,
      );
    }
  }

  /** Lets others have what was taken and not begun, as if it had not been taken. */
  async release(claimed: readonly ClaimedEntry[]): Promise<void> {
    const { context, throttledLogger } = this.environment;
    try {
      await context.store.outbox.release(claimed.map(({ entry }) => entry));
    } catch (error) {
      // they are due again when their lease ends
      throttledLogger.warn(
        `${this.channel} release`,
        `Could not release the pending notifications of the channel ${this.channel}`,
        error,
      );
    }
  }

  /** Has it tried again later, unless that is of no use. */
  async fail(entry: StoredOutboxEntry, error: Error): Promise<void> {
    const { context, throttledLogger, random } = this.environment;
    const permanent = error.name === 'PermanentDeliveryError';
    if (permanent || entry.attempts >= MAX_ATTEMPTS) {
      await this.markFailed(entry, error.message);
      return;
    }
    const pause = pauseAfter(entry.attempts, random());
    const until = new Date(context.clock().getTime() + pause);
    await context.store.outbox.reschedule(entry, until, error.message);
    throttledLogger.info(
      `${this.channel} reschedule`,
      `${this.nameOf(entry)} will be retried at ${until.toISOString()}: ${error.message}`,
    );
  }

  /** Leaves it to an admin. */
  async markFailed(entry: StoredOutboxEntry, cause: string): Promise<void> {
    const { context, throttledLogger } = this.environment;
    if (await context.store.outbox.markFailed(entry, cause)) {
      throttledLogger.warn(
        `${this.channel} failed`,
        `${this.nameOf(entry)} failed after ${entry.attempts} attempts; an admin of the desk can retry or discard it: ${cause}`,
      );
    }
  }

  /** As logs name it. */
  nameOf({ notificationId, notification }: StoredOutboxEntry): string {
    return `Notification ${notificationId} (${notification.number} ${notification.event}) for the channel ${this.channel}`;
  }
}
