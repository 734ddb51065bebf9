import {
  type ErrorCode,
  errorCodes,
  requestIssueSchema,
  ticketEventSchema,
  ticketViewSchema,
} from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';

/**
 * Why a request was refused. Codes are stable, messages are not. A newer desk
 * may have more codes.
 */
export const errorCodeSchema = z.enum(
  Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]],
);

const error = z.object({
  code: errorCodeSchema,
  /** Such as `InputError` or `NotFoundError`. */
  name: z.string(),
  message: z.string(),
});

const envelope = {
  request: z.object({ method: z.string(), url: z.string() }).optional(),
  response: z.object({ statusCode: z.number().int() }),
};

/** A request that was refused, in Backstage's form. */
export const errorSchema = z.object({
  error: error.extend({
    /** What is wrong in the request, field by field: the first 20 issues. */
    issues: z.array(requestIssueSchema).optional(),
    /** How many more issues there are. */
    moreIssues: z.number().int().optional(),
  }),
  ...envelope,
});

/** The ticket was changed since the caller saw it. */
export const staleTicketErrorSchema = z.object({
  error: error.extend({
    /** The version that the ticket has now. */
    version: z.number().int(),
    /** What happened since, as the caller may see it, oldest first. */
    changes: z.array(ticketEventSchema),
  }),
  ...envelope,
});

/** The saved view was changed since the caller saw it. */
export const staleViewErrorSchema = z.object({
  error: error.extend({
    /** The view as it is now. */
    view: ticketViewSchema,
  }),
  ...envelope,
});
