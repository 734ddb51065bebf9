import { z } from 'zod';
import { statusTypeSchema } from '../vocabulary';

/**
 * A configured status, as agents see it.
 * @public
 */
export const statusSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  type: statusTypeSchema,
  /** CSS hex colour such as `#1976d2`. */
  color: z.string().optional(),
  /** Ids of the statuses that a ticket may go to from here. */
  next: z.array(z.string()),
});

/** {@inheritDoc statusSummarySchema} @public */
export interface StatusSummary extends z.infer<typeof statusSummarySchema> {}

/**
 * A configured category, as those see it who file tickets.
 * @public
 */
export const categorySummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  /** Id of one of the portal's system icons. */
  icon: z.string().optional(),
  /** Id of the priority of a ticket in this category that names none. */
  priority: z.string().optional(),
  /** Whether only agents file in it. */
  agentsOnly: z.boolean(),
  /** Which assets it is offered for; a part that is absent fits all. */
  fits: z
    .object({
      /** In lower case, such as `component`. */
      kinds: z.array(z.string()).optional(),
      /** Values of `spec.type`. */
      types: z.array(z.string()).optional(),
      /** One of these is enough. */
      tags: z.array(z.string()).optional(),
    })
    .optional(),
  /**
   * JSON Schema of its form, with `ui:` hints as the scaffolder has them;
   * without the fields that the caller may not see.
   */
  form: z.record(z.string(), z.json()).optional(),
});

/** {@inheritDoc categorySummarySchema} @public */
export interface CategorySummary extends z.infer<
  typeof categorySummarySchema
> {}

/**
 * A configured priority.
 * @public
 */
export const prioritySummarySchema = z.object({
  id: z.string(),
  title: z.string(),
});

/** {@inheritDoc prioritySummarySchema} @public */
export interface PrioritySummary extends z.infer<
  typeof prioritySummarySchema
> {}

/**
 * A configured SLA policy, as agents see it.
 * @public
 */
export const slaPolicySummarySchema = z.object({
  id: z.string(),
  title: z.string(),
});

/** {@inheritDoc slaPolicySummarySchema} @public */
export interface SlaPolicySummary extends z.infer<
  typeof slaPolicySummarySchema
> {}

/**
 * What files may be attached.
 * @public
 */
export const attachmentLimitsSchema = z.object({
  /** Bytes of one file. */
  maxFileSize: z.number().int(),
  /** Bytes of all files of a ticket. */
  maxTicketSize: z.number().int(),
  maxFilesPerMessage: z.number().int(),
  /** Media types such as `image/png`, or `text/*`. */
  allowedTypes: z.array(z.string()),
});

/** {@inheritDoc attachmentLimitsSchema} @public */
export interface AttachmentLimits extends z.infer<
  typeof attachmentLimitsSchema
> {}

/**
 * The desk as it is configured, and what the caller is to it.
 * @public
 */
export const deskDescriptionSchema = z.object({
  caller: z.object({
    ref: z.string(),
    /** Whether the caller belongs to a group that can own tickets. */
    agent: z.boolean(),
    admin: z.boolean(),
    /** The caller's groups that can own tickets. */
    teams: z.array(z.string()),
    mayFile: z.boolean(),
  }),
  /** The groups that can own tickets; empty when every group can. */
  teams: z.array(z.string()),
  categories: z.array(categorySummarySchema),
  /** From the least to the most urgent. */
  priorities: z.array(prioritySummarySchema),
  /** Id of the priority of a ticket that names none. */
  defaultPriority: z.string(),
  /** Agents only; empty for others. */
  statuses: z.array(statusSummarySchema),
  /** Agents only; empty for others. */
  slaPolicies: z.array(slaPolicySummarySchema),
  attachments: attachmentLimitsSchema,
  /** Agents only: whether there are canned replies. */
  cannedReplies: z.boolean().optional(),
});

/** {@inheritDoc deskDescriptionSchema} @public */
export interface DeskDescription extends z.infer<
  typeof deskDescriptionSchema
> {}
