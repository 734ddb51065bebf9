import { z } from 'zod';
import { messageKindSchema } from './message';
import { filterWarningSchema, ticketSchema } from './ticket';
import { lightSchema, portalStatusSchema } from '../vocabulary';

/**
 * A piece of plain text, and whether it is what was looked for.
 * @public
 */
export const highlightPartSchema = z.object({
  text: z.string(),
  hit: z.boolean(),
});

/** {@inheritDoc highlightPartSchema} @public */
export interface HighlightPart extends z.infer<typeof highlightPartSchema> {}

/**
 * Where something stands that was looked for.
 * @public
 */
export const highlightSchema = z.object({
  where: z.enum(['number', 'subject', 'field', 'message']),
  /** Name of the field. */
  field: z.string().optional(),
  /** Id of the message. */
  message: z.string().optional(),
  /** Kind of the message. */
  kind: messageKindSchema.optional(),
  /** Number of the ticket that it stands in, where that was merged. */
  origin: z.string().optional(),
  /**
   * The text around it, in pieces that follow each other: plain text on one
   * line, which may be Markdown in a message.
   */
  parts: z.array(highlightPartSchema),
});

/** {@inheritDoc highlightSchema} @public */
export interface Highlight extends z.infer<typeof highlightSchema> {}

/**
 * Of a ticket, what tells people which one it is and how it stands.
 * @public
 */
export const ticketSummarySchema = ticketSchema.pick({
  id: true,
  number: true,
  subject: true,
  status: true,
  portalStatus: true,
  light: true,
  category: true,
  priority: true,
  assets: true,
  requester: true,
  team: true,
  assignee: true,
  createdAt: true,
  updatedAt: true,
});

/** {@inheritDoc ticketSummarySchema} @public */
export interface TicketSummary extends z.infer<typeof ticketSummarySchema> {}

/**
 * A ticket that was found, and why.
 * @public
 */
export const searchHitSchema = z.object({
  ticket: ticketSummarySchema,
  highlights: z.array(highlightSchema),
});

/** {@inheritDoc searchHitSchema} @public */
export interface SearchHit extends z.infer<typeof searchHitSchema> {}

/**
 * One page of what was found: first the ticket where it was written last.
 * @public
 */
export const searchPageSchema = z.object({
  items: z.array(searchHitSchema),
  /** Leads to the next page, also from a short one; absent on the last one. */
  nextCursor: z.string().optional(),
  /** What the filter names that the desk does not know today; absent for nothing. */
  warnings: z.array(filterWarningSchema).optional(),
});

/** {@inheritDoc searchPageSchema} @public */
export interface SearchPage extends z.infer<typeof searchPageSchema> {}

/**
 * A ticket that a new one may be a repetition of.
 * @public
 */
export const similarTicketSchema = z.object({
  id: z.string(),
  number: z.string(),
  subject: z.string(),
  portalStatus: portalStatusSchema,
  light: lightSchema,
  createdAt: z.iso.datetime(),
  /** When it was last solved or closed; null while it is not. */
  endedAt: z.iso.datetime().nullable(),
});

/** {@inheritDoc similarTicketSchema} @public */
export interface SimilarTicket extends z.infer<typeof similarTicketSchema> {}

/**
 * Tickets with similar subjects, the most similar one first.
 * @public
 */
export const similarTicketsSchema = z.object({
  items: z.array(similarTicketSchema),
});

/** {@inheritDoc similarTicketsSchema} @public */
export interface SimilarTickets extends z.infer<typeof similarTicketsSchema> {}
