import { z } from 'zod';
import {
  channelSchema,
  linkTypeSchema,
  portalStatusSchema,
  routingRuleSchema,
  sideSchema,
  slaDeadlineSchema,
  statusChangeCauseSchema,
  unavailabilitySchema,
  visibilitySchema,
} from '../vocabulary';
import { messageKindSchema } from './message';
import { ticketPersonSchema } from './participant';

/** Names another ticket. */
const ticketNamed = { ticket: z.string(), number: z.string() };

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
    channel: channelSchema.optional(),
    /** What the category's form asked for, by name of the field. */
    fields: z.record(z.string(), z.json()).optional(),
    /** Agents only. */
    tags: z.array(z.string()).optional(),
    system: z.string().nullable().optional(),
    /** Agents only. */
    slaPolicy: z.string().nullable().optional(),
    /** Watchers are for agents only. */
    people: z.array(ticketPersonSchema).optional(),
    /** Linked catalog entities that are no assets. */
    entities: z.array(z.string()).optional(),
    notifyRequester: z.boolean().optional(),
    organisationAccess: z.boolean().optional(),
  }),
  /** Agents only. */
  z.object({
    type: z.literal('routed'),
    team: z.string().nullable(),
    rule: routingRuleSchema,
    /** Name or position of the configured rule. */
    ruleName: z.string().optional(),
    /** The decision in one English sentence. */
    reason: z.string(),
  }),
  z.object({
    type: z.literal('replied'),
    messageId: z.string(),
    /** The side that replied; absent in events of older releases. */
    side: sideSchema.optional(),
  }),
  /** Agents only. */
  z.object({ type: z.literal('noted'), messageId: z.string() }),
  /** Its author and those it is for only. */
  z.object({
    type: z.literal('private-message-added'),
    messageId: z.string(),
    recipients: z.array(z.string()),
  }),
  /**
   * What a message said, or files of it, was removed. For those who may read the
   * message.
   */
  z.object({
    type: z.literal('message-redacted'),
    messageId: z.string(),
    kind: messageKindSchema,
    /** How many files were removed. */
    files: z.number().int(),
    /** Whether its text was removed too. */
    text: z.boolean(),
    /** Agents only. */
    reason: z.string().optional(),
    /** Of a private message: its author and those it is for. */
    readers: z.array(z.string()).optional(),
  }),
  z.object({
    type: z.literal('assigned'),
    ...nullableChange,
    /** Agents only: why the desk unassigned it. */
    reason: unavailabilitySchema.optional(),
  }),
  z.object({
    type: z.literal('moved'),
    ...nullableChange,
    /** Agents only: why the desk took it from a team. */
    reason: unavailabilitySchema.optional(),
  }),
  /** Agents only; the requester's side gets `portal-status-changed` instead. */
  z.object({
    type: z.literal('status-changed'),
    from: z.string(),
    to: z.string(),
    cause: statusChangeCauseSchema,
    /** False when nobody is notified of it. */
    notified: z.boolean().optional(),
  }),
  z.object({
    type: z.literal('portal-status-changed'),
    from: portalStatusSchema,
    to: portalStatusSchema,
  }),
  z.object({
    type: z.literal('edited'),
    field: z.enum([
      'subject',
      'category',
      'priority',
      'visibility',
      'system',
      /** Agents only. */
      'slaPolicy',
    ]),
    ...nullableChange,
  }),
  /** Fields of the form; the requester's side sees those that it may see. */
  z.object({
    type: z.literal('fields-edited'),
    from: z.record(z.string(), z.json()),
    to: z.record(z.string(), z.json()),
  }),
  /** Agents only. */
  z.object({
    type: z.literal('tags-edited'),
    from: z.array(z.string()),
    to: z.array(z.string()),
  }),
  z.object({
    type: z.literal('assets-edited'),
    from: z.array(z.string()),
    to: z.array(z.string()),
  }),
  z.object({
    type: z.literal('entities-edited'),
    from: z.array(z.string()),
    to: z.array(z.string()),
  }),
  /** Agents only: whether the requester's side is notified. */
  z.object({ type: z.literal('notify-requester-set'), to: z.boolean() }),
  /** Whether the requester's organisation has access. */
  z.object({ type: z.literal('organisation-access-set'), to: z.boolean() }),
  /** Watchers are for agents only. */
  z.object({ type: z.literal('person-added'), ...ticketPersonSchema.shape }),
  z.object({ type: z.literal('person-removed'), ...ticketPersonSchema.shape }),
  /**
   * The desk returns the ticket at this time; null: it no longer does,
   * since its status is not a postponed one now.
   */
  z.object({
    type: z.literal('postponed'),
    until: z.iso.datetime().nullable(),
  }),
  z.object({ type: z.literal('archived') }),
  z.object({ type: z.literal('unarchived') }),
  /** For those only who may read the other ticket. */
  z.object({
    type: z.literal('linked'),
    link: linkTypeSchema,
    /** Whether this ticket is the first of the two. */
    outward: z.boolean(),
    ...ticketNamed,
  }),
  z.object({
    type: z.literal('unlinked'),
    link: linkTypeSchema,
    outward: z.boolean(),
    ...ticketNamed,
  }),
  z.object({ type: z.literal('merged-into'), ...ticketNamed }),
  z.object({ type: z.literal('merged-from'), ...ticketNamed }),
  z.object({
    type: z.literal('rated'),
    /** 1 to 5. */
    stars: z.number().int(),
    comment: z.string().nullable(),
  }),
  /** Agents only: people were warned of a deadline that was close. */
  z.object({
    type: z.literal('sla-warned'),
    deadline: slaDeadlineSchema,
    dueAt: z.iso.datetime(),
  }),
  /** Agents only: a deadline passed. */
  z.object({
    type: z.literal('sla-breached'),
    deadline: slaDeadlineSchema,
    dueAt: z.iso.datetime(),
    /** False when nobody is notified of it. */
    notified: z.boolean().optional(),
  }),
]);

/** {@inheritDoc eventDetailSchema} @public */
export type EventDetail = z.infer<typeof eventDetailSchema>;
