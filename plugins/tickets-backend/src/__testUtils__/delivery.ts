import type { DeliveryOptions } from '@portaldesk/plugin-tickets-node';

/** What a channel is handed beside a notification about which nothing was written. */
export const delivery: DeliveryOptions = {
  signal: new AbortController().signal,
  ticketPath: '/tickets/T-1',
  readMessage: async () => undefined,
};
