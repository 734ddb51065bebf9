import { z } from 'zod';
import { ticketParticipantSchema } from './participant';
import { requestIssueSchema } from './requestIssue';
import {
  channelSchema,
  lightSchema,
  linkTypeSchema,
  portalStatusSchema,
  ticketActionSchema,
  visibilitySchema,
} from '../vocabulary';

/**
 * A catalog entity that a ticket is about.
 * @public
 */
export const ticketAssetSchema = z.object({
  entityRef: z.string(),
  /** One asset of a ticket is its primary one: the one that decided the routing. */
  primary: z.boolean(),
});

/** {@inheritDoc ticketAssetSchema} @public */
export interface TicketAsset extends z.infer<typeof ticketAssetSchema> {}

/**
 * What the SLA policy of a ticket demands, and what became of it. A deadline is
 * null without a target, and while its clock is paused.
 * @public
 */
export const ticketDeadlinesSchema = z.object({
  /** When the team first replied. */
  firstResponseAt: z.iso.datetime().nullable(),
  responseDueAt: z.iso.datetime().nullable(),
  resolutionDueAt: z.iso.datetime().nullable(),
  /** Until when something has to happen to the ticket. */
  inactivityDueAt: z.iso.datetime().nullable(),
  /** The earliest deadline that is still to be met. */
  nextDueAt: z.iso.datetime().nullable(),
  /** Whether the team replied in time; null as long as that is open. */
  responseMet: z.boolean().nullable(),
  /** Whether it was solved in time; null as long as that is open. */
  resolutionMet: z.boolean().nullable(),
});

/** {@inheritDoc ticketDeadlinesSchema} @public */
export interface TicketDeadlines extends z.infer<
  typeof ticketDeadlinesSchema
> {}

/**
 * A ticket as one caller may see it. Instants are ISO 8601 in UTC.
 * @public
 */
export const ticketSchema = z.object({
  id: z.string(),
  /** The number that people use, made by the configured mask. */
  number: z.string(),
  /**
   * Grows with every change that the caller may see, but not with notes, private
   * messages, watchers and links, which only some know of; goes into `If-Match`.
   */
  version: z.number().int(),
  subject: z.string(),
  /** Id of the configured status; only agents of the ticket see it. */
  status: z.string().optional(),
  portalStatus: portalStatusSchema,
  light: lightSchema,
  /** Id of the configured category. */
  category: z.string().nullable(),
  /** Id of the configured priority. */
  priority: z.string(),
  visibility: visibilitySchema,
  channel: channelSchema,
  /** What the category's form asked for, as far as the caller may see it. */
  fields: z.record(z.string(), z.json()),
  /** Agents only. */
  tags: z.array(z.string()).optional(),
  /** The catalog System that the ticket belongs to. */
  system: z.string().nullable(),
  /** Id of the configured SLA policy; agents only. */
  slaPolicy: z.string().nullable().optional(),
  requester: z.string(),
  createdBy: z.string(),
  /** The requester's catalog Group. */
  organisation: z.string().nullable(),
  /**
   * Whether the requester's organisation has access: its members, and those of
   * all groups inside of it.
   */
  organisationAccess: z.boolean(),
  /** Whether the requester's side is notified; agents only. */
  notifyRequester: z.boolean().optional(),
  /** Agents only. */
  deadlines: ticketDeadlinesSchema.optional(),
  assets: z.array(ticketAssetSchema),
  /** Further catalog entities that are linked and are no assets. */
  entities: z.array(z.string()),
  /** Added people and groups; of watchers, all for agents, else the caller. */
  people: z.array(ticketParticipantSchema),
  /** The support team; null while the ticket waits in triage. */
  team: z.string().nullable(),
  assignee: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** The last change that all readers see. */
  updatedAt: z.iso.datetime(),
  /** When it was last solved or closed; null while it is not. */
  endedAt: z.iso.datetime().nullable(),
  /** When it returns; null while it is not postponed. */
  postponedUntil: z.iso.datetime().nullable(),
  archivedAt: z.iso.datetime().nullable(),
  /** What the requester thinks of the service; null while not rated. */
  rating: z
    .object({
      /** 1 to 5. */
      stars: z.number().int(),
      comment: z.string().nullable(),
    })
    .nullable(),
  /**
   * Whether another person changed it since the caller last looked at it; only
   * in lists.
   */
  unread: z.boolean().optional(),
  allowedActions: z.array(ticketActionSchema),
});

/** {@inheritDoc ticketSchema} @public */
export interface Ticket extends z.infer<typeof ticketSchema> {}

/**
 * Another ticket that belongs to a ticket.
 * @public
 */
export const ticketLinkSchema = z.object({
  type: linkTypeSchema,
  /** Whether the ticket whose links these are is the first of the two. */
  outward: z.boolean(),
  ticket: z.object({
    id: z.string(),
    number: z.string(),
    subject: z.string(),
    portalStatus: portalStatusSchema,
    light: lightSchema,
  }),
});

/** {@inheritDoc ticketLinkSchema} @public */
export interface TicketLink extends z.infer<typeof ticketLinkSchema> {}

/**
 * The links of a ticket to those tickets that the caller may read.
 * @public
 */
export const ticketLinksSchema = z.object({ items: z.array(ticketLinkSchema) });

/** {@inheritDoc ticketLinksSchema} @public */
export interface TicketLinks extends z.infer<typeof ticketLinksSchema> {}

/**
 * Something in a filter that the desk does not know today: a status that is no
 * longer configured, or a typing error. It finds tickets that still have it.
 * @public
 */
export const filterWarningSchema = requestIssueSchema.extend({
  /** Where: `query.status[0]`. */
  path: z.string(),
});

/** {@inheritDoc filterWarningSchema} @public */
export interface FilterWarning extends z.infer<typeof filterWarningSchema> {}

/**
 * One page of a list of tickets.
 * @public
 */
export const ticketPageSchema = z.object({
  items: z.array(ticketSchema),
  /** How many tickets match in all, where they were counted, up to `totalCap`. */
  total: z.number().int().optional(),
  /** Where counting stops: a `total` of so many means as many or more. */
  totalCap: z.number().int(),
  /** Leads to the next page; absent on the last one. */
  nextCursor: z.string().optional(),
  /** Leads to the page before; absent on the first one. */
  previousCursor: z.string().optional(),
  /** What the filter names that the desk does not know today; absent for nothing. */
  warnings: z.array(filterWarningSchema).optional(),
});

/** {@inheritDoc ticketPageSchema} @public */
export interface TicketPage extends z.infer<typeof ticketPageSchema> {}

/**
 * How many tickets show each light. Counting those of one light stops at 10,000.
 * @public
 */
export const ticketCountsSchema = z.object({
  orange: z.number().int(),
  red: z.number().int(),
  grey: z.number().int(),
  green: z.number().int(),
  /** What the filter names that the desk does not know today; absent for nothing. */
  warnings: z.array(filterWarningSchema).optional(),
});

/** {@inheritDoc ticketCountsSchema} @public */
export interface TicketCounts extends z.infer<typeof ticketCountsSchema> {}

/**
 * How many tickets are in each of some views, in the order of the request.
 * @public
 */
export const viewCountsSchema = z.object({
  items: z.array(
    z.object({
      /** As the request named it. */
      id: z.string(),
      count: z.number().int(),
      /** Whether there are more than that. */
      capped: z.boolean(),
      /**
       * What the filter names that the desk does not know today, such as
       * `views[0].filter.team[1]`; absent for nothing.
       */
      warnings: z.array(filterWarningSchema).optional(),
    }),
  ),
});

/** {@inheritDoc viewCountsSchema} @public */
export interface ViewCounts extends z.infer<typeof viewCountsSchema> {}
