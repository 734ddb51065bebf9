import type { SignalsService } from '@backstage/plugin-signals-node';
import type { TicketChannel } from '@portaldesk/plugin-tickets-node';

/** The channel of the portal's signals on which the desk publishes changes. */
export const SIGNALS_CHANNEL = 'tickets';

/**
 * Tells open screens that a ticket changed. A signal has the id of the ticket
 * and nothing else, and goes only to people who may read it.
 */
export function signalsChannel(signals: SignalsService): TicketChannel {
  return {
    id: 'signals',
    events: ['changed', 'deleted'],
    async deliver({ ticket, recipients }) {
      await signals.publish({
        recipients: {
          type: 'user',
          entityRef: recipients.map(({ ref }) => ref),
        },
        channel: SIGNALS_CHANNEL,
        message: { ticket: ticket.id },
      });
    },
  };
}
