import { z } from 'zod';

/**
 * A deadline of a ticket: until the team replies for the first time, until it
 * is solved, until something happens to it.
 * @public
 */
export const slaDeadlineSchema = z.enum([
  'response',
  'resolution',
  'inactivity',
]);

/** {@inheritDoc slaDeadlineSchema} @public */
export type SlaDeadline = z.infer<typeof slaDeadlineSchema>;
