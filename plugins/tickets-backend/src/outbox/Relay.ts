import {
  type NotificationEvent,
  notificationEventSchema,
} from '@portaldesk/plugin-tickets-common';
import type { TicketChannel } from '@portaldesk/plugin-tickets-node';
import type { OutboxSignal } from '../desk/notifications/OutboxSignal';
import {
  ChannelRelay,
  type OutboxConsumer,
  type RelayEnvironment,
} from './ChannelRelay';
import type { Withdrawals } from './Withdrawals';
import { deliver } from './deliver';

/** How often every replica looks for what is due, in milliseconds. */
const POLL_INTERVAL = 5_000;

const HOUR = 3_600_000;

/**
 * How long notifications wait for a channel that this replica does not have, in
 * milliseconds: a replica of another version may have it.
 */
const STRANDED_AFTER = 24 * HOUR;

/** The events of channels that list none. */
const eventsForPeople: readonly NotificationEvent[] =
  notificationEventSchema.options.filter(
    event => event !== 'changed' && event !== 'deleted',
  );

/**
 * Delivers committed notifications to the channels: at least once, with any
 * number of replicas, even if one of them dies. No channel waits for another.
 */
export class Relay implements OutboxSignal {
  readonly #relays: readonly ChannelRelay[];
  #timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly channels: readonly TicketChannel[],
    private readonly environment: RelayEnvironment,
    readonly withdrawals?: Withdrawals,
  ) {
    const consumers = channels.map((channel): OutboxConsumer => ({
      id: channel.id,
      inOrder: channel.inOrder,
      consume: (taken, signal) =>
        deliver(environment.context, channel, taken, signal),
    }));
    this.#relays = [...consumers, ...(withdrawals ? [withdrawals] : [])].map(
      consumer => new ChannelRelay(consumer, environment),
    );
  }

  channelsFor(event: NotificationEvent): readonly string[] {
    return this.channels
      .filter(({ events = eventsForPeople }) => events.includes(event))
      .map(({ id }) => id);
  }

  wake(): void {
    this.#relays.forEach(relay => relay.wake());
  }

  /**
   * Starts to poll for entries that other processes left and that are due
   * again.
   */
  start(): void {
    if (this.#timers.length === 0) {
      this.#timers = [
        setInterval(() => this.wake(), POLL_INTERVAL).unref(),
        setInterval(() => this.failStranded(), HOUR).unref(),
      ];
      this.wake();
      this.failStranded();
    }
  }

  /** Lets what is under way come to its end, and takes nothing more. */
  async stop(): Promise<void> {
    this.#timers.forEach(timer => clearInterval(timer));
    await Promise.all(this.#relays.map(relay => relay.stop()));
  }

  /**
   * Withdraws notifications from people who lost access to the tickets by
   * leaving a group.
   *
   * @param signal - stops it early; the next run continues there
   */
  async review(signal?: AbortSignal): Promise<void> {
    await this.withdrawals?.review(signal);
  }

  /**
   * Marks notifications as failed whose channel was removed from the portal.
   */
  async failStranded(): Promise<void> {
    const { context, throttledLogger } = this.environment;
    try {
      const failed = await context.store.outbox.failStranded(
        this.#relays.map(({ id }) => id),
        new Date(context.clock().getTime() - STRANDED_AFTER),
        'No channel with this id is installed',
      );
      if (failed > 0) {
        throttledLogger.warn(
          'stranded',
          `${failed} notifications failed: their channels are no longer installed`,
        );
      }
    } catch (error) {
      throttledLogger.warn(
        'stranded notifications',
        'Could not check for notifications whose channel is missing',
        error,
      );
    }
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await Promise.all(this.#relays.map(relay => relay.idle()));
  }
}
