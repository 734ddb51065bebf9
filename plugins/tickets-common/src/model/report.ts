import { z } from 'zod';
import { reportGroupingSchema } from '../vocabulary';

/**
 * How long something took, over the tickets to which it happened.
 * @public
 */
export const durationFiguresSchema = z.object({
  /** To how many tickets it happened. */
  count: z.number().int(),
  /**
   * Minutes that half of them did not exceed, to a tenth; null without any.
   * Between two tickets it is interpolated.
   */
  medianMinutes: z.number().nullable(),
  /** Minutes that nine tenths of them did not exceed, in the same way. */
  p90Minutes: z.number().nullable(),
});

/** {@inheritDoc durationFiguresSchema} @public */
export interface DurationFigures extends z.infer<
  typeof durationFiguresSchema
> {}

/**
 * What became of the deadlines of one sort, as far as it is decided, on the
 * tickets of which the caller is an agent. The hit rate is the share of `met`
 * in both.
 * @public
 */
export const targetFiguresSchema = z.object({
  met: z.number().int(),
  missed: z.number().int(),
});

/** {@inheritDoc targetFiguresSchema} @public */
export interface TargetFigures extends z.infer<typeof targetFiguresSchema> {}

/**
 * What requesters thought of the service.
 * @public
 */
export const ratingFiguresSchema = z.object({
  count: z.number().int(),
  /** Stars, to a hundredth; null without any rating. */
  average: z.number().nullable(),
  /** How many gave 1, 2, 3, 4 and 5 stars, in this order. */
  stars: z.array(z.number().int()).length(5),
});

/** {@inheritDoc ratingFiguresSchema} @public */
export interface RatingFigures extends z.infer<typeof ratingFiguresSchema> {}

/**
 * What happened in a period to the tickets that match and that the caller may
 * read. A ticket belongs to where it is now: to its present team, category and
 * so on. Archived tickets count; tickets that were merged into others do not.
 * @public
 */
export const reportFiguresSchema = z.object({
  /** Tickets that were filed. */
  created: z.number().int(),
  /** How often a ticket was solved or closed. */
  ended: z.number().int(),
  /** How often an ended ticket was opened again. */
  reopened: z.number().int(),
  /** Tickets that were open at the end of the period. */
  backlog: z.number().int(),
  /** From filing to the team's first reply, of tickets filed in the period. */
  firstResponse: durationFiguresSchema,
  /** From filing to the last end, of tickets that ended for good in the period. */
  resolution: durationFiguresSchema,
  /** Of tickets filed in the period. */
  responseTarget: targetFiguresSchema,
  /** Of tickets that ended for good in the period. */
  resolutionTarget: targetFiguresSchema,
  /** Of tickets that ended for good in the period. */
  rating: ratingFiguresSchema,
});

/** {@inheritDoc reportFiguresSchema} @public */
export interface ReportFigures extends z.infer<typeof reportFiguresSchema> {}

/** From `from` on, and before `to`. */
const period = { from: z.iso.datetime(), to: z.iso.datetime() };

/**
 * The figures of a whole period.
 * @public
 */
export const reportSummarySchema = z.object({
  ...period,
  figures: reportFiguresSchema,
});

/** {@inheritDoc reportSummarySchema} @public */
export interface ReportSummary extends z.infer<typeof reportSummarySchema> {}

/** Most groups of a report. @public */
export const MAX_REPORT_GROUPS = 50;

/**
 * The figures of a period by group, those first with the most tickets that
 * were open at some time in it.
 * @public
 */
export const reportGroupsSchema = z.object({
  ...period,
  groupBy: reportGroupingSchema,
  items: z.array(
    z.object({
      /**
       * An id that is or was configured, or the reference of an entity that is
       * or was in the catalog; null for tickets that have none.
       */
      key: z.string().nullable(),
      figures: reportFiguresSchema,
    }),
  ),
  /** Of all further groups together; absent when there are none. */
  rest: reportFiguresSchema.optional(),
});

/** {@inheritDoc reportGroupsSchema} @public */
export interface ReportGroups extends z.infer<typeof reportGroupsSchema> {}

/**
 * The figures of the days, weeks or months of a period, in their order. The
 * first and the last one are cut where the period begins and ends.
 * @public
 */
export const reportTrendSchema = z.object({
  /** IANA time zone in which the days, weeks and months are those. */
  timeZone: z.string(),
  items: z.array(z.object({ ...period, figures: reportFiguresSchema })),
});

/** {@inheritDoc reportTrendSchema} @public */
export interface ReportTrend extends z.infer<typeof reportTrendSchema> {}
