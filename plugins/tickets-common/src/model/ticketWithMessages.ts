import type { z } from 'zod';
import { messagePageSchema } from './message';
import { ticketSchema } from './ticket';

/**
 * A ticket as one caller may see it, with the newest page of its conversation
 * where that was asked for.
 * @public
 */
export const ticketWithMessagesSchema = ticketSchema.extend({
  messages: messagePageSchema.optional(),
});

/** {@inheritDoc ticketWithMessagesSchema} @public */
export interface TicketWithMessages extends z.infer<
  typeof ticketWithMessagesSchema
> {}
