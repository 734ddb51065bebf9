import { z } from 'zod';
import { portalStatusSchema, visibilitySchema } from './vocabulary';

/**
 * Which rule found the team of a ticket.
 * @public
 */
export const routingRuleSchema = z.enum([
  'annotation',
  'owner',
  'default-team',
  'triage',
]);

/** {@inheritDoc routingRuleSchema} @public */
export type RoutingRule = z.infer<typeof routingRuleSchema>;

/**
 * Why a status changed: by hand, or as a configured reaction to something.
 * @public
 */
export const statusChangeCauseSchema = z.enum([
  'person',
  'assignment',
  'agent-reply',
  'requester-reply',
  'close',
  'reopen',
]);

/** {@inheritDoc statusChangeCauseSchema} @public */
export type StatusChangeCause = z.infer<typeof statusChangeCauseSchema>;

const nullableChange = {
  from: z.string().nullable(),
  to: z.string().nullable(),
};

/**
 * What an event says beside who did it and when.
 * @public
 */
export const eventDetailSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('filed'),
    subject: z.string(),
    category: z.string().nullable(),
    priority: z.string(),
    visibility: visibilitySchema,
    requester: z.string(),
    organisation: z.string().nullable(),
    /** The first one is the primary asset. */
    assets: z.array(z.string()),
    /** Id of the first status; agents only. */
    status: z.string().optional(),
  }),
  /** Agents only. */
  z.object({
    type: z.literal('routed'),
    team: z.string().nullable(),
    rule: routingRuleSchema,
    /** The decision in one English sentence. */
    reason: z.string(),
  }),
  z.object({ type: z.literal('replied'), messageId: z.string() }),
  /** Agents only. */
  z.object({ type: z.literal('noted'), messageId: z.string() }),
  z.object({ type: z.literal('assigned'), ...nullableChange }),
  z.object({ type: z.literal('moved'), ...nullableChange }),
  /** Agents only; the requester's side gets `portal-status-changed` instead. */
  z.object({
    type: z.literal('status-changed'),
    from: z.string(),
    to: z.string(),
    cause: statusChangeCauseSchema,
  }),
  z.object({
    type: z.literal('portal-status-changed'),
    from: portalStatusSchema,
    to: portalStatusSchema,
  }),
  z.object({
    type: z.literal('edited'),
    field: z.enum(['subject', 'category', 'priority']),
    ...nullableChange,
  }),
]);

/** {@inheritDoc eventDetailSchema} @public */
export type EventDetail = z.infer<typeof eventDetailSchema>;

/**
 * One recorded change of a ticket.
 * @public
 */
export const ticketEventSchema = z.object({
  id: z.string(),
  actor: z.string(),
  at: z.iso.datetime(),
  /** The version that the ticket had after the change. */
  version: z.number().int(),
  detail: eventDetailSchema,
});

/** {@inheritDoc ticketEventSchema} @public */
export type TicketEvent = z.infer<typeof ticketEventSchema>;

/**
 * One page of a ticket's history, newest event first.
 * @public
 */
export const ticketEventPageSchema = z.object({
  items: z.array(ticketEventSchema),
  /** Leads to older events; absent when there are none. */
  nextCursor: z.string().optional(),
});

/** {@inheritDoc ticketEventPageSchema} @public */
export type TicketEventPage = z.infer<typeof ticketEventPageSchema>;
