import { z } from 'zod';
import { groupRefSchema, messageKindSchema, userRefSchema } from '../model';
import { configuredIdSchema, messageBodySchema, subjectSchema } from './text';

/**
 * Body of `PATCH /tickets/{ticket}`: what is absent stays as it is.
 * @public
 */
export const editTicketRequestSchema = z
  .strictObject({
    subject: subjectSchema.optional(),
    category: configuredIdSchema.nullable().optional(),
    priority: configuredIdSchema.optional(),
  })
  .refine(
    changes => Object.values(changes).some(value => value !== undefined),
    'name at least one field to change',
  );

/** {@inheritDoc editTicketRequestSchema} @public */
export type EditTicketRequest = z.infer<typeof editTicketRequestSchema>;

/**
 * Body of `POST /tickets/{ticket}/messages`.
 * @public
 */
export const addMessageRequestSchema = z.strictObject({
  kind: messageKindSchema,
  body: messageBodySchema,
  /** "Send and set to …": the id of the status to set in the same step. */
  status: configuredIdSchema.optional(),
});

/** {@inheritDoc addMessageRequestSchema} @public */
export type AddMessageRequest = z.infer<typeof addMessageRequestSchema>;

/**
 * Body of `PUT /tickets/{ticket}/status`.
 * @public
 */
export const changeStatusRequestSchema = z.strictObject({
  status: configuredIdSchema,
});

/** {@inheritDoc changeStatusRequestSchema} @public */
export type ChangeStatusRequest = z.infer<typeof changeStatusRequestSchema>;

/**
 * Body of `PUT /tickets/{ticket}/assignment`.
 * @public
 */
export const handOverRequestSchema = z.strictObject({
  /** Null puts the ticket back into the team's queue. */
  assignee: userRefSchema.nullable(),
  /** The team that owns the ticket from now on; absent: it stays where it is. */
  team: groupRefSchema.optional(),
});

/** {@inheritDoc handOverRequestSchema} @public */
export type HandOverRequest = z.infer<typeof handOverRequestSchema>;
