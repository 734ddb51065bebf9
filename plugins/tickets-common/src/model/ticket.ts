import { z } from 'zod';
import {
  lightSchema,
  portalStatusSchema,
  ticketActionSchema,
  visibilitySchema,
} from './vocabulary';

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
export type TicketAsset = z.infer<typeof ticketAssetSchema>;

/**
 * A ticket as one caller may see it. Instants are ISO 8601 in UTC.
 * @public
 */
export const ticketSchema = z.object({
  id: z.string(),
  /** The number that people use, made by the configured mask. */
  number: z.string(),
  /** Grows with every change; goes into `If-Match`. */
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
  requester: z.string(),
  createdBy: z.string(),
  /** The requester's catalog Group. */
  organisation: z.string().nullable(),
  assets: z.array(ticketAssetSchema),
  /** The support team; null while the ticket waits in triage. */
  team: z.string().nullable(),
  assignee: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** When it was last solved or closed; null while it is not. */
  endedAt: z.iso.datetime().nullable(),
  allowedActions: z.array(ticketActionSchema),
});

/** {@inheritDoc ticketSchema} @public */
export type Ticket = z.infer<typeof ticketSchema>;

/**
 * One page of a list of tickets.
 * @public
 */
export const ticketPageSchema = z.object({
  items: z.array(ticketSchema),
  /** How many tickets match in all; counting stops at `totalCap`. */
  total: z.number().int(),
  totalCap: z.number().int(),
  /** Leads to the next page; absent on the last one. */
  nextCursor: z.string().optional(),
});

/** {@inheritDoc ticketPageSchema} @public */
export type TicketPage = z.infer<typeof ticketPageSchema>;

/**
 * How many tickets show each light.
 * @public
 */
export const ticketCountsSchema = z.object({
  orange: z.number().int(),
  red: z.number().int(),
  grey: z.number().int(),
  green: z.number().int(),
});

/** {@inheritDoc ticketCountsSchema} @public */
export type TicketCounts = z.infer<typeof ticketCountsSchema>;
