import type { NotificationEvent } from '@portaldesk/plugin-tickets-common';

/** Wakes the relay, which delivers notifications after the commit. */
export interface OutboxSignal {
  /** Ids of the channels that deliver this event. */
  channelsFor(event: NotificationEvent): readonly string[];
  /** The channel id of withdrawals. Absent: nothing is withdrawn. */
  readonly withdrawals?: { readonly id: string };
  /** There may be new notifications. */
  wake(): void;
}
