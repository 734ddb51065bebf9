import type { z } from 'zod';
import { messagePageSchema } from './message';
import { ticketSchema } from './ticket';

/**
 * A ticket with the newest page of its conversation, as one caller may see both.
 * @public
 */
export const ticketWithMessagesSchema = ticketSchema.extend({
  messages: messagePageSchema,
});

/** {@inheritDoc ticketWithMessagesSchema} @public */
export type TicketWithMessages = z.infer<typeof ticketWithMessagesSchema>;
