import { z } from 'zod';
import {
  portalStatusSchema,
  routingRuleSchema,
  statusTypeSchema,
  visibilitySchema,
} from '../vocabulary';

/**
 * Where a value stands in the portal's configuration, such as
 * `tickets.statuses[2]`; null: it is a default, and stands nowhere.
 */
const path = z.string().nullable();

/** In minutes of business time; null: there is no such target. */
const minutes = z.number().nullable();

/**
 * How a ticket gets its assignee where no rule decides it.
 * @public
 */
export const assignmentStrategySchema = z.enum([
  'none',
  'creator',
  'round-robin',
  'least-loaded',
]);

/** {@inheritDoc assignmentStrategySchema} @public */
export type AssignmentStrategyName = z.infer<typeof assignmentStrategySchema>;

/**
 * How the desk is configured, for its admins, with the place of each value in
 * the configuration.
 * @public
 */
export const deskSettingsSchema = z.object({
  statuses: z.array(
    z.object({
      path,
      id: z.string(),
      title: z.string(),
      type: statusTypeSchema,
      portalStatus: portalStatusSchema,
      /** Ids of the statuses that a ticket may go to from here. */
      next: z.array(z.string()),
    }),
  ),
  categories: z.array(
    z.object({
      path,
      id: z.string(),
      title: z.string(),
      description: z.string().optional(),
      agentsOnly: z.boolean(),
      /** Reference of the group that gets its tickets; null: others decide. */
      team: z.string().nullable(),
      priority: z.string().nullable(),
      visibility: visibilitySchema.nullable(),
      slaPolicy: z.string().nullable(),
      tags: z.array(z.string()),
      /** JSON Schema of its whole form; absent: it has none. */
      form: z.record(z.string(), z.json()).optional(),
    }),
  ),
  teams: z.array(
    z.object({
      path,
      group: z.string(),
      assign: assignmentStrategySchema,
      /** References of its users, also those of groups inside of it. */
      members: z.array(z.string()),
    }),
  ),
  /** Reference of the team of tickets that nothing else routes. */
  defaultTeam: z.string().nullable(),
  /** The rules of routing, in the order in which they are tried. */
  rules: z.array(
    z.object({
      path,
      name: z.string(),
      /** As it is configured. */
      when: z.record(z.string(), z.json()),
      then: z.record(z.string(), z.json()),
    }),
  ),
  slaPolicies: z.array(
    z.object({
      path,
      id: z.string(),
      title: z.string(),
      /** Id of a calendar; null: all time counts. */
      calendar: z.string().nullable(),
      targets: z.array(
        z.object({
          /** Id of a priority; null: those that are not named. */
          priority: z.string().nullable(),
          response: minutes,
          resolution: minutes,
          inactivity: minutes,
        }),
      ),
      warnBefore: minutes,
    }),
  ),
  /** Id of the policy of tickets to which nothing else gives one. */
  defaultSlaPolicy: z.string().nullable(),
});

/** {@inheritDoc deskSettingsSchema} @public */
export interface DeskSettings extends z.infer<typeof deskSettingsSchema> {}

/**
 * Where a ticket would go if it were filed now. Nothing is filed.
 * @public
 */
export const routingTestSchema = z.object({
  /** Reference of the group; null: it would wait in triage. */
  team: z.string().nullable(),
  /** What found the team. */
  rule: routingRuleSchema,
  /** The configured rule that applied, whether or not it found the team. */
  ruleName: z.string().optional(),
  /** Of that rule, in the configuration. */
  path: z.string().optional(),
  /** In English sentences. */
  reason: z.string(),
  assign: assignmentStrategySchema,
  priority: z.string(),
  visibility: visibilitySchema,
  slaPolicy: z.string().nullable(),
});

/** {@inheritDoc routingTestSchema} @public */
export interface RoutingTest extends z.infer<typeof routingTestSchema> {}

/**
 * When the deadlines of a ticket would be that is filed at an instant and then
 * left alone; null: there is no such deadline.
 * @public
 */
export const slaTestSchema = z.object({
  responseDueAt: z.iso.datetime().nullable(),
  resolutionDueAt: z.iso.datetime().nullable(),
  inactivityDueAt: z.iso.datetime().nullable(),
});

/** {@inheritDoc slaTestSchema} @public */
export interface SlaTest extends z.infer<typeof slaTestSchema> {}
