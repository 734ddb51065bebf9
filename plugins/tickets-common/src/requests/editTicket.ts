import { z } from 'zod';
import { entityRefSchema, visibilitySchema } from '../vocabulary';
import { failing } from '../vocabulary/failing';
import { assetsSchema, entitiesSchema, fieldsSchema } from './fileTicket';
import { configuredIdSchema, subjectSchema, tagsSchema } from './text';

/** What of a ticket can be edited. */
export const editableFields = {
  subject: subjectSchema.optional(),
  /** Fields that are named; one that is null is emptied. */
  fields: fieldsSchema.optional(),
  /** All assets; the first one is the primary asset. */
  assets: assetsSchema.optional(),
  /** All further catalog entities. */
  entities: entitiesSchema.optional(),
  category: configuredIdSchema.nullable().optional(),
  priority: configuredIdSchema.optional(),
  /** Requesters who are no agents lose sight of a ticket that becomes internal. */
  visibility: visibilitySchema.optional(),
  /** All tags. */
  tags: tagsSchema.optional(),
  system: entityRefSchema.nullable().optional(),
  slaPolicy: configuredIdSchema.nullable().optional(),
  notifyRequester: z.boolean().optional(),
};

function namesSomething(changes: object): boolean {
  return Object.values(changes).some(value => value !== undefined);
}

/**
 * Body of `PATCH /tickets/{ticket}`: what is absent stays as it is.
 * @public
 */
export const editTicketRequestSchema = z
  .strictObject(editableFields)
  .refine(
    namesSomething,
    failing('change at least one field', 'nothing-to-change'),
  );

/** {@inheritDoc editTicketRequestSchema} @public */
export interface EditTicketRequest extends z.infer<
  typeof editTicketRequestSchema
> {}
