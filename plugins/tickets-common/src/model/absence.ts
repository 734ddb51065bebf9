import { z } from 'zod';

/**
 * An absence of a person. Automatic assignment skips people who are absent.
 * @public
 */
export const absenceSchema = z.object({
  /** Reference of a catalog User. */
  person: z.string(),
  from: z.iso.datetime(),
  /** Null: until further notice. */
  until: z.iso.datetime().nullable(),
});

/** {@inheritDoc absenceSchema} @public */
export interface Absence extends z.infer<typeof absenceSchema> {}

/**
 * The people of the caller's teams who are absent now or later; for admins,
 * all. @public
 */
export const absencesSchema = z.object({ items: z.array(absenceSchema) });

/** {@inheritDoc absencesSchema} @public */
export interface Absences extends z.infer<typeof absencesSchema> {}
