import { z } from 'zod';
import { groupRefSchema, personRoleSchema, userRefSchema } from '../model';

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
export type PersonRequest = z.infer<typeof personRequestSchema>;

/**
 * Body of `PUT /tickets/{ticket}/organisation-access`.
 * @public
 */
export const organisationAccessRequestSchema = z.strictObject({
  granted: z.boolean(),
});

/** {@inheritDoc organisationAccessRequestSchema} @public */
export type OrganisationAccessRequest = z.infer<
  typeof organisationAccessRequestSchema
>;
