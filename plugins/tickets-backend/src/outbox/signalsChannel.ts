import type { SignalsService } from '@backstage/plugin-signals-node';
import type { TicketChannel } from '@portaldesk/plugin-tickets-node';

/** On this channel of the portal's signals the desk says what changed. */
export const SIGNALS_CHANNEL = 'tickets';

/**
 * Lets open screens know that a ticket changed. A signal says which one, and
 * nothing else; it goes to those only who may read the ticket.
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
