import type {
  DurationFigures,
  RatingFigures,
  ReportFigures,
} from '@portaldesk/plugin-tickets-common';
import type { Period } from '../../domain/reports/period';
import type {
  StoredDurations,
  StoredFigures,
} from '../../store/reports/StoredFigures';

export function presentPeriod({ from, to }: Period) {
  return { from: from.toISOString(), to: to.toISOString() };
}

export function presentFigures({
  firstResponse,
  resolution,
  stars,
  ...figures
}: StoredFigures): ReportFigures {
  return {
    ...figures,
    firstResponse: presentDurations(firstResponse),
    resolution: presentDurations(resolution),
    rating: presentRatings(stars),
  };
}

function presentDurations({
  count,
  median,
  p90,
}: StoredDurations): DurationFigures {
  return { count, medianMinutes: minutes(median), p90Minutes: minutes(p90) };
}

/** To a tenth. */
function minutes(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.round(milliseconds / 6_000) / 10;
}

function presentRatings(stars: readonly number[]): RatingFigures {
  const count = stars.reduce((sum, some) => sum + some, 0);
  const sum = stars.reduce((all, some, index) => all + some * (index + 1), 0);
  return {
    count,
    average: count === 0 ? null : Math.round((sum / count) * 100) / 100,
    stars: [...stars],
  };
}
