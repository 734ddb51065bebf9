import { z } from 'zod';
import { lightSchema, portalStatusSchema } from '../vocabulary';

/**
 * A time in which a ticket had one status.
 * @public
 */
export const ticketStatusPeriodSchema = z.object({
  /** Id of the configured status; only agents of the ticket see it. */
  status: z.string().optional(),
  portalStatus: portalStatusSchema,
  light: lightSchema,
  since: z.iso.datetime(),
  /** Null: it still has it. */
  until: z.iso.datetime().nullable(),
});

/** {@inheritDoc ticketStatusPeriodSchema} @public */
export interface TicketStatusPeriod extends z.infer<
  typeof ticketStatusPeriodSchema
> {}

/**
 * The statuses of a ticket from its filing to now, oldest first; of very many,
 * the newest. Without what happened to tickets that were merged into it.
 * @public
 */
export const ticketStatusHistorySchema = z.object({
  items: z.array(ticketStatusPeriodSchema),
});

/** {@inheritDoc ticketStatusHistorySchema} @public */
export interface TicketStatusHistory extends z.infer<
  typeof ticketStatusHistorySchema
> {}
