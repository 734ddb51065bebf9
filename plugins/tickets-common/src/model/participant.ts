import { z } from 'zod';
import { personRoleSchema } from '../vocabulary';

/** A person or group with their part in a ticket. @public */
export const ticketPersonSchema = z.object({
  /** Reference of a catalog User or Group. */
  ref: z.string(),
  role: personRoleSchema,
});

/** {@inheritDoc ticketPersonSchema} @public */
export interface TicketPerson extends z.infer<typeof ticketPersonSchema> {}

/**
 * A person or group who takes part in a ticket.
 * @public
 */
export const ticketParticipantSchema = ticketPersonSchema.extend({
  /**
   * False when their part gives them no access and nothing else does, as a
   * watcher who left the team. Said to those who add and remove people, of one
   * ticket that is read alone, or whose people were changed.
   */
  canRead: z.literal(false).optional(),
});

/** {@inheritDoc ticketParticipantSchema} @public */
export interface TicketParticipant extends z.infer<
  typeof ticketParticipantSchema
> {}
