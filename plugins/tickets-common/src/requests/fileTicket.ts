import { z } from 'zod';
import {
  entityRefSchema,
  groupRefSchema,
  linkTypeSchema,
  userRefSchema,
  visibilitySchema,
} from '../vocabulary';
import { failing } from '../vocabulary/failing';
import { excessOf } from './fieldBounds';
import {
  attachmentIdsSchema,
  configuredIdSchema,
  messageBodySchema,
  subjectSchema,
  tagsSchema,
  ticketKeySchema,
} from './text';

/** Most assets that one ticket can be about. @public */
export const MAX_ASSETS = 20;

/** Most people and groups that take part in one ticket. @public */
export const MAX_PEOPLE = 50;

function distinct(items: readonly string[]): boolean {
  return new Set(items).size === items.length;
}

/** The assets of a ticket; the first one is the primary asset. */
export const assetsSchema = z
  .array(entityRefSchema)
  .max(MAX_ASSETS, `a ticket can have at most ${MAX_ASSETS} assets`)
  .refine(distinct, failing('an asset is listed twice', 'repeated'));

/** Further catalog entities of a ticket. */
export const entitiesSchema = z
  .array(entityRefSchema)
  .max(MAX_ASSETS, `a ticket can have at most ${MAX_ASSETS} linked entities`)
  .refine(distinct, failing('an entity is listed twice', 'repeated'));

/** Users or groups. */
export const partiesSchema = z
  .array(z.union([userRefSchema, groupRefSchema]))
  .max(MAX_PEOPLE, `a ticket can have at most ${MAX_PEOPLE} people and groups`)
  .refine(distinct, failing('a person or group is listed twice', 'repeated'));

/** What a category's form asked for, by name of the field. */
export const fieldsSchema = z
  .record(z.string().min(1).max(64), z.json())
  .superRefine((fields, context) => {
    const excess = excessOf(fields);
    if (excess) {
      context.addIssue({ code: 'custom', ...excess });
    }
  });

/**
 * Body of `POST /tickets`. Only the subject is required.
 * @public
 */
export const fileTicketRequestSchema = z.strictObject({
  subject: subjectSchema,
  message: messageBodySchema.optional(),
  category: configuredIdSchema.optional(),
  priority: configuredIdSchema.optional(),
  /**
   * What the category's form asks for. Defaults fill in what is absent; a field
   * that is null stays empty.
   */
  fields: fieldsSchema.optional(),
  /** The first one is the primary asset. */
  assets: assetsSchema.optional(),
  /** Further catalog entities that belong to it. */
  entities: entitiesSchema.optional(),
  /** Ids of uploaded files, for the first message. */
  attachments: attachmentIdsSchema.optional(),
  /** Added people and groups. */
  to: partiesSchema.optional(),
  cc: partiesSchema.optional(),
  /** Agents only: for whom it is filed. */
  onBehalfOf: userRefSchema.optional(),
  /** Agents only, from here on. */
  visibility: visibilitySchema.optional(),
  team: groupRefSchema.optional(),
  assignee: userRefSchema.optional(),
  tags: tagsSchema.optional(),
  watchers: partiesSchema.optional(),
  notifyRequester: z.boolean().optional(),
  /** Another ticket that it belongs to, as the first of the two. */
  link: z
    .strictObject({ type: linkTypeSchema, ticket: ticketKeySchema })
    .optional(),
});

/** {@inheritDoc fileTicketRequestSchema} @public */
export interface FileTicketRequest extends z.infer<
  typeof fileTicketRequestSchema
> {}
