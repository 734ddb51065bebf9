import { z } from 'zod';

/**
 * The columns of tables of tickets. Columns that only agents of a ticket may
 * see are empty for others.
 * @public
 */
export const ticketColumnSchema = z.enum([
  'number',
  'subject',
  'light',
  'portalStatus',
  'status',
  'priority',
  'category',
  'visibility',
  'channel',
  'requester',
  'createdBy',
  'organisation',
  'team',
  'assignee',
  'assets',
  'entities',
  'system',
  'tags',
  'fields',
  'slaPolicy',
  'createdAt',
  'updatedAt',
  'endedAt',
  'postponedUntil',
  'archivedAt',
  'firstResponseAt',
  'responseDueAt',
  'responseMet',
  'resolutionDueAt',
  'resolutionMet',
  'inactivityDueAt',
  'nextDueAt',
  'rating',
  'ratingComment',
  'id',
]);

/** {@inheritDoc ticketColumnSchema} @public */
export type TicketColumn = z.infer<typeof ticketColumnSchema>;
