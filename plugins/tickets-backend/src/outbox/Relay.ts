import {
  type NoticeOccasion,
  noticeOccasionSchema,
} from '@portaldesk/plugin-tickets-common';
import type { TicketChannel } from '@portaldesk/plugin-tickets-node';
import type { Announcer } from '../desk/Announcer';
import { ChannelRelay, type RelayEnvironment } from './ChannelRelay';

/** How often every replica looks for what is due, in milliseconds. */
const POLL_INTERVAL = 5_000;

/** What channels tell of that do not say it themselves. */
const occasionsForPeople: readonly NoticeOccasion[] =
  noticeOccasionSchema.options.filter(
    occasion => occasion !== 'changed' && occasion !== 'deleted',
  );

/**
 * Takes what was committed to the channels: at least once, with any number of
 * replicas, and whenever one of them dies. No channel waits for another.
 */
export class Relay implements Announcer {
  readonly #relays: readonly ChannelRelay[];
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly channels: readonly TicketChannel[],
    environment: RelayEnvironment,
  ) {
    this.#relays = channels.map(
      channel => new ChannelRelay(channel, environment),
    );
  }

  channelsFor(occasion: NoticeOccasion): readonly string[] {
    return this.channels
      .filter(({ occasions = occasionsForPeople }) =>
        occasions.includes(occasion),
      )
      .map(({ id }) => id);
  }

  wake(): void {
    this.#relays.forEach(relay => relay.wake());
  }

  /** Goes on by itself with what other processes left, and what is due again. */
  start(): void {
    this.#timer ??= setInterval(() => this.wake(), POLL_INTERVAL).unref();
    this.wake();
  }

  /** Lets what is under way come to its end, and takes nothing more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#relays.map(relay => relay.stop()));
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await Promise.all(this.#relays.map(relay => relay.idle()));
  }
}
