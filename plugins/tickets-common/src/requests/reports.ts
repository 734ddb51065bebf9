import { z } from 'zod';
import { reportGroupingSchema } from '../vocabulary';
import { ticketFilterSchema } from './ticketFilter';
import { instantSchema } from './text';
import { timeZoneSchema } from './timeZone';

/** A day, which begins in the time zone of the report, or an instant. */
const momentSchema = z.union([z.iso.date(), instantSchema]);

/** Longest period of a report, in years. @public */
export const MAX_REPORT_YEARS = 5;

/** Most days, weeks or months in one report. @public */
export const MAX_REPORT_INTERVALS = 400;

const {
  category,
  priority,
  visibility,
  channel,
  requester,
  organisation,
  team,
  assignee,
  asset,
  entity,
  system,
} = ticketFilterSchema.shape;

/**
 * Query of `GET /reports/summary`: the period, and which tickets are meant.
 * Values of one filter are alternatives, different filters narrow each other.
 * @public
 */
export const reportQuerySchema = z.strictObject({
  /** With this the period begins: an instant, or a day such as `2026-01-31`. */
  from: momentSchema,
  /** Before this the period ends; at most five years later. */
  to: momentSchema,
  /** IANA time zone in which days begin. Default: `UTC` */
  timeZone: timeZoneSchema.optional(),
  category,
  priority,
  visibility,
  channel,
  requester,
  organisation,
  team,
  assignee,
  asset,
  entity,
  system,
});

/** {@inheritDoc reportQuerySchema} @public */
export interface ReportQuery extends z.infer<typeof reportQuerySchema> {}

/**
 * Query of `GET /reports/groups`.
 * @public
 */
export const reportGroupsQuerySchema = reportQuerySchema.extend({
  groupBy: reportGroupingSchema,
});

/** {@inheritDoc reportGroupsQuerySchema} @public */
export interface ReportGroupsQuery extends z.infer<
  typeof reportGroupsQuerySchema
> {}

/**
 * What a trend is made of; weeks begin on Monday.
 * @public
 */
export const reportIntervalSchema = z.enum(['day', 'week', 'month']);

/** {@inheritDoc reportIntervalSchema} @public */
export type ReportInterval = z.infer<typeof reportIntervalSchema>;

/**
 * Query of `GET /reports/trend`.
 * @public
 */
export const reportTrendQuerySchema = reportQuerySchema.extend({
  /** At most 400 of them are in the period. */
  interval: reportIntervalSchema,
});

/** {@inheritDoc reportTrendQuerySchema} @public */
export interface ReportTrendQuery extends z.infer<
  typeof reportTrendQuerySchema
> {}
