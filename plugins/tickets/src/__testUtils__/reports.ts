import type {
  ReportFigures,
  TicketsApi,
} from '@portaldesk/plugin-tickets-common';

/** Figures of a report; parts of them can be replaced. */
export function figuresOf(part: Partial<ReportFigures> = {}): ReportFigures {
  return {
    created: 12,
    ended: 9,
    reopened: 1,
    backlog: 4,
    firstResponse: { count: 9, medianMinutes: 45, p90Minutes: 300 },
    resolution: { count: 8, medianMinutes: 1440, p90Minutes: 7200 },
    responseTarget: { met: 9, missed: 1 },
    resolutionTarget: { met: 3, missed: 1 },
    rating: { count: 2, average: 4.5, stars: [0, 0, 0, 1, 1] },
    ...part,
  };
}

const period = {
  from: '2026-03-01T00:00:00.000Z',
  to: '2026-03-08T00:00:00.000Z',
};

/** The part of a desk that reports, with the same figures in each place. */
export function reportMethods(
  figures: ReportFigures = figuresOf(),
): Partial<TicketsApi> {
  return {
    getReportSummary: async () => ({ ...period, figures }),
    getReportTrend: async () => ({
      timeZone: 'UTC',
      items: [
        { ...period, figures },
        { ...period, from: period.to, figures: figuresOf({ created: 3 }) },
      ],
    }),
    getReportGroups: async ({ groupBy }) => ({
      ...period,
      groupBy,
      items:
        groupBy === 'category'
          ? [
              { key: 'access', figures: figuresOf({ created: 7 }) },
              { key: 'incident', figures: figuresOf({ created: 20 }) },
            ]
          : [
              {
                key: 'group:default/platform-support',
                figures: figuresOf({ created: 20, backlog: 1 }),
              },
              { key: null, figures: figuresOf({ created: 7, backlog: 5 }) },
            ],
    }),
  };
}
