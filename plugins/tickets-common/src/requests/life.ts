import { z } from 'zod';
import { groupRefSchema, userRefSchema } from '../vocabulary';
import { configuredIdSchema, instantSchema, messageBodySchema } from './text';

/**
 * Body of `PUT /tickets/{ticket}/status`.
 * @public
 */
export const changeStatusRequestSchema = z.strictObject({
  status: configuredIdSchema,
  /** Whether participants are notified. Default: as configured. */
  notify: z.boolean().optional(),
  /** For a postponed status: when the ticket returns. */
  until: instantSchema.optional(),
});

/** {@inheritDoc changeStatusRequestSchema} @public */
export interface ChangeStatusRequest extends z.infer<
  typeof changeStatusRequestSchema
> {}

/**
 * Body of `POST /tickets/{ticket}/postpone`.
 * @public
 */
export const postponeRequestSchema = z.strictObject({
  /** When the ticket returns; in the future. */
  until: instantSchema,
});

/** {@inheritDoc postponeRequestSchema} @public */
export interface PostponeRequest extends z.infer<
  typeof postponeRequestSchema
> {}

/**
 * Body of `POST /tickets/{ticket}/solve`, `/close` and `/reopen`.
 * @public
 */
export const endTicketRequestSchema = z.strictObject({
  /** Whether participants are notified. Default: as configured. */
  notify: z.boolean().optional(),
});

/** {@inheritDoc endTicketRequestSchema} @public */
export interface EndTicketRequest extends z.infer<
  typeof endTicketRequestSchema
> {}

/**
 * Body of `PUT /tickets/{ticket}/assignment`.
 * @public
 */
export const handOverRequestSchema = z.strictObject({
  /** Null puts the ticket back into the team's queue. */
  assignee: userRefSchema.nullable(),
  /** The team that owns the ticket from now on; absent: it stays where it is. */
  team: groupRefSchema.optional(),
  /** An internal note to the next person, written in the same step. */
  note: messageBodySchema.optional(),
});

/** {@inheritDoc handOverRequestSchema} @public */
export interface HandOverRequest extends z.infer<
  typeof handOverRequestSchema
> {}

/**
 * Body of `PUT /tickets/{ticket}/rating`.
 * @public
 */
export const rateRequestSchema = z.strictObject({
  stars: z.number().int().min(1).max(5),
  comment: messageBodySchema.optional(),
});

/** {@inheritDoc rateRequestSchema} @public */
export interface RateRequest extends z.infer<typeof rateRequestSchema> {}
