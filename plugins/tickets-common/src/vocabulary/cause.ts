import { z } from 'zod';

/**
 * What found the team of a ticket: a configured rule, the category, the
 * asset's annotation or owner, the default team; or nothing did. `chosen`: the
 * agent who filed it named the team. `copied`: it is that of the ticket that
 * this one came from.
 * @public
 */
export const routingRuleSchema = z.enum([
  'rule',
  'category',
  'annotation',
  'owner',
  'default-team',
  'triage',
  'chosen',
  'copied',
]);

/** {@inheritDoc routingRuleSchema} @public */
export type RoutingRule = z.infer<typeof routingRuleSchema>;

/**
 * Why a status changed: by hand, or as a configured reaction to something.
 * @public
 */
export const statusChangeCauseSchema = z.enum([
  'person',
  'read',
  'assignment',
  'agent-reply',
  'requester-reply',
  'postpone',
  'return',
  'solve',
  'close',
  'reopen',
  'merge',
  'auto-close',
]);

/** {@inheritDoc statusChangeCauseSchema} @public */
export type StatusChangeCause = z.infer<typeof statusChangeCauseSchema>;

/**
 * Why nobody is left who would work on a ticket: its assignee, or its team, is
 * not in the catalog, or the assignee not in the team.
 * @public
 */
export const unavailabilitySchema = z.enum(['not-in-catalog', 'not-in-team']);

/** {@inheritDoc unavailabilitySchema} @public */
export type Unavailability = z.infer<typeof unavailabilitySchema>;
