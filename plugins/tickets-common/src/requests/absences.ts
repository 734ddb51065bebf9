import { z } from 'zod';
import { userRefSchema } from '../vocabulary';
import { failing } from '../vocabulary/failing';
import { instantSchema } from './text';

/**
 * Body of `PUT /absences`.
 * @public
 */
export const absenceRequestSchema = z
  .strictObject({
    person: userRefSchema,
    /** Default: now. */
    from: instantSchema.optional(),
    /** Absent: until further notice. */
    until: instantSchema.optional(),
  })
  .refine(
    ({ from, until }) => !from || !until || new Date(from) < new Date(until),
    {
      path: ['until'],
      ...failing('an absence must end after it begins', 'ends-too-early'),
    },
  );

/** {@inheritDoc absenceRequestSchema} @public */
export interface AbsenceRequest extends z.infer<typeof absenceRequestSchema> {}

/**
 * Query of `DELETE /absences`.
 * @public
 */
export const endAbsenceQuerySchema = z.strictObject({ person: userRefSchema });

/** {@inheritDoc endAbsenceQuerySchema} @public */
export interface EndAbsenceQuery extends z.infer<
  typeof endAbsenceQuerySchema
> {}
