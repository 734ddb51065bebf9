import { z } from 'zod';

/**
 * By what the tickets of a report are grouped; by `asset` each ticket belongs
 * to its primary asset.
 * @public
 */
export const reportGroupingSchema = z.enum([
  'team',
  'assignee',
  'category',
  'priority',
  'asset',
  'system',
  'organisation',
]);

/** {@inheritDoc reportGroupingSchema} @public */
export type ReportGrouping = z.infer<typeof reportGroupingSchema>;
