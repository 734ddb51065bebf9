import { z } from 'zod';
import { lightSchema, portalStatusSchema } from './vocabulary';

/**
 * A time in which a ticket had one status.
 * @public
 */
export const ticketStageSchema = z.object({
  /** Id of the configured status; only agents of the ticket see it. */
  status: z.string().optional(),
  portalStatus: portalStatusSchema,
  light: lightSchema,
  since: z.iso.datetime(),
  /** Null: it still has it. */
  until: z.iso.datetime().nullable(),
});

/** {@inheritDoc ticketStageSchema} @public */
export type TicketStage = z.infer<typeof ticketStageSchema>;

/**
 * The way of a ticket from its filing to now, oldest stage first; of very
 * many, the newest. Without what
 * happened to tickets that were merged into it.
 * @public
 */
export const ticketStagesSchema = z.object({
  items: z.array(ticketStageSchema),
});

/** {@inheritDoc ticketStagesSchema} @public */
export type TicketStages = z.infer<typeof ticketStagesSchema>;
