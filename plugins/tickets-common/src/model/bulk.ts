import { z } from 'zod';
import { requestIssueSchema } from './requestIssue';
import { ticketSchema } from './ticket';

/**
 * The result of a bulk change for one ticket.
 * @public
 */
export const bulkResultSchema = z.object({
  /** As in the request. */
  ticket: z.string(),
  /** The HTTP status that the change alone would have had. */
  status: z.number().int(),
  /** The version after the change, when it was done. */
  version: z.number().int().optional(),
  /**
   * What of the ticket was otherwise before, for those who want to undo the
   * change; nothing where it was so already. Agents only; absent where another
   * person changed the ticket in the same moment.
   */
  before: ticketSchema
    .pick({
      status: true,
      postponedUntil: true,
      priority: true,
      tags: true,
      team: true,
      assignee: true,
      category: true,
      visibility: true,
      system: true,
      slaPolicy: true,
    })
    .partial()
    .optional(),
  /** Why it was not done. */
  error: z
    .object({
      name: z.string(),
      message: z.string(),
      /** One of the codes of errors. */
      code: z.string().optional(),
      /** What is wrong in the change, field by field. */
      issues: z.array(requestIssueSchema).optional(),
    })
    .optional(),
});

/** {@inheritDoc bulkResultSchema} @public */
export interface BulkResult extends z.infer<typeof bulkResultSchema> {}

/** The result of a bulk change, in the order of the request. @public */
export const bulkResultsSchema = z.object({
  items: z.array(bulkResultSchema),
});

/** {@inheritDoc bulkResultsSchema} @public */
export interface BulkResults extends z.infer<typeof bulkResultsSchema> {}
