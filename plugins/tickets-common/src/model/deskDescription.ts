import { z } from 'zod';
import { statusTypeSchema } from './vocabulary';

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
export type StatusSummary = z.infer<typeof statusSummarySchema>;

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
});

/** {@inheritDoc categorySummarySchema} @public */
export type CategorySummary = z.infer<typeof categorySummarySchema>;

/**
 * A configured priority.
 * @public
 */
export const prioritySummarySchema = z.object({
  id: z.string(),
  title: z.string(),
});

/** {@inheritDoc prioritySummarySchema} @public */
export type PrioritySummary = z.infer<typeof prioritySummarySchema>;

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
});

/** {@inheritDoc deskDescriptionSchema} @public */
export type DeskDescription = z.infer<typeof deskDescriptionSchema>;
