import { z } from 'zod';

/**
 * Query of `GET /tickets/{ticket}`.
 * @public
 */
export const getTicketQuerySchema = z.strictObject({
  /** `messages`: the answer has the newest page of the conversation as well. */
  include: z.enum(['messages']).optional(),
});

/** {@inheritDoc getTicketQuerySchema} @public */
export interface GetTicketQuery extends z.infer<typeof getTicketQuerySchema> {}
