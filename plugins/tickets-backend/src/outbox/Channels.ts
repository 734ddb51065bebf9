import type {
  TicketChannel,
  TicketsChannelsExtensionPoint,
} from '@portaldesk/plugin-tickets-node';

/** Longest id that the outbox can store. */
const MAX_ID_LENGTH = 64;

/** The channels that were registered with the desk. */
export class Channels implements TicketsChannelsExtensionPoint {
  readonly #channels: TicketChannel[] = [];

  get all(): readonly TicketChannel[] {
    return this.#channels;
  }

  addChannel(channel: TicketChannel): void {
    const { id } = channel;
    if (id.length === 0 || id.length > MAX_ID_LENGTH) {
      throw new Error(
        `The id of a channel must have 1 to ${MAX_ID_LENGTH} characters: ${id}`,
      );
    }
    if (this.#channels.some(other => other.id === id)) {
      throw new Error(`There are two channels with the id ${id}`);
    }
    this.#channels.push(channel);
  }
}
