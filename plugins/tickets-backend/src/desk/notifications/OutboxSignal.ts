import type { NotificationEvent } from '@portaldesk/plugin-tickets-common';

/** Takes what has to be told to the channels, once it is committed. */
export interface OutboxSignal {
  /** Ids of the channels that tell of this occasion. */
  channelsFor(event: NotificationEvent): readonly string[];
  /**
   * Where it is taken back what people were told of a ticket that they may not
   * read any more. Absent: nowhere
   */
  readonly withdrawals?: { readonly id: string };
  /** There may be something new to tell. */
  wake(): void;
}
