import { z } from 'zod';
import { groupRefSchema, personRoleSchema, userRefSchema } from '../vocabulary';

/**
 * Body of `PUT /tickets/{ticket}/people` and query of
 * `DELETE /tickets/{ticket}/people`: who is added or removed, and as what.
 * @public
 */
export const personRequestSchema = z.strictObject({
  ref: z.union([userRefSchema, groupRefSchema]),
  role: personRoleSchema,
});

/** {@inheritDoc personRequestSchema} @public */
export interface PersonRequest extends z.infer<typeof personRequestSchema> {}

/**
 * Body of `PUT /tickets/{ticket}/organisation-access`: whether the members of
 * the requester's organisation, and those of all groups inside of it, see the
 * ticket and reply to it, unless it is confidential.
 * @public
 */
export const organisationAccessRequestSchema = z.strictObject({
  granted: z.boolean(),
});

/** {@inheritDoc organisationAccessRequestSchema} @public */
export interface OrganisationAccessRequest extends z.infer<
  typeof organisationAccessRequestSchema
> {}
