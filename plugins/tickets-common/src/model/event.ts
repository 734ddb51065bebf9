import { z } from 'zod';
import { eventDetailSchema } from './eventDetail';

/**
 * One recorded change of a ticket.
 * @public
 */
export const ticketEventSchema = z.object({
  id: z.string(),
  /** Reference of a catalog User, or `DESK_ACTOR`: the desk itself. */
  actor: z.string(),
  at: z.iso.datetime(),
  /** The version that the ticket had for the caller after the change. */
  version: z.number().int(),
  /** Number of the ticket that it happened to, where that was merged into this one. */
  origin: z.string().optional(),
  detail: eventDetailSchema,
});

/** {@inheritDoc ticketEventSchema} @public */
export interface TicketEvent extends z.infer<typeof ticketEventSchema> {}

/**
 * One page of a ticket's history, newest event first.
 * @public
 */
export const ticketEventPageSchema = z.object({
  items: z.array(ticketEventSchema),
  /** Leads to older events; absent when there are none. */
  nextCursor: z.string().optional(),
});

/** {@inheritDoc ticketEventPageSchema} @public */
export interface TicketEventPage extends z.infer<
  typeof ticketEventPageSchema
> {}
