import type { Period } from '../domain/reports/period';
import type {
  StoredDurations,
  StoredFigures,
} from '../store/reports/ReportStore';
import type { Life } from './arbitraryLives';

/**
 * What a report says of these tickets: slow and obvious.
 *
 * @param isInside - whether the reader sees a ticket from inside
 */
export function expectedFigures(
  lives: readonly Life[],
  { from, to }: Period,
  isInside: (life: Life) => boolean,
): StoredFigures {
  const within = (at: Date | null) => at !== null && from <= at && at < to;
  const created = lives.filter(({ ticket }) => within(ticket.createdAt));
  const ended = lives.filter(({ ticket }) => within(ticket.endedAt));
  const inside = {
    created: created.filter(isInside),
    ended: ended.filter(isInside),
  };
  const turnsWithin = ({ turns }: Life, odd: 0 | 1) =>
    turns.filter((at, index) => index % 2 === odd && within(at)).length;
  return {
    created: created.length,
    ended: sum(lives.map(life => turnsWithin(life, 0))),
    reopened: sum(lives.map(life => turnsWithin(life, 1))),
    backlog: lives.filter(life => isOpenBefore(life, to)).length,
    firstResponse: durations(
      created.map(({ ticket }) => [
        ticket.createdAt,
        ticket.deadlines.firstResponseAt,
      ]),
    ),
    resolution: durations(
      ended.map(({ ticket }) => [ticket.createdAt, ticket.endedAt]),
    ),
    responseTarget: targets(
      inside.created.map(({ ticket }) => ticket.deadlines.responseMet),
    ),
    resolutionTarget: targets(
      inside.ended.map(({ ticket }) => ticket.deadlines.resolutionMet),
    ),
    stars: [1, 2, 3, 4, 5].map(
      stars =>
        ended.filter(({ ticket }) => ticket.rating?.stars === stars).length,
    ),
  };
}

/** Whether it was there, and open, right before a time. */
function isOpenBefore({ ticket, turns }: Life, time: Date): boolean {
  return (
    ticket.createdAt < time && turns.filter(at => at < time).length % 2 === 0
  );
}

function durations(spans: (readonly [Date, Date | null])[]): StoredDurations {
  const values = spans
    .flatMap(([from, to]) => (to ? [to.getTime() - from.getTime()] : []))
    .sort((a, b) => a - b);
  return {
    count: values.length,
    median: percentile(values, 5),
    p90: percentile(values, 9),
  };
}

/** @param tenths - of the way from the first value to the last one */
function percentile(sorted: readonly number[], tenths: number): number | null {
  if (sorted.length === 0) {
    return null;
  }
  const place = (sorted.length - 1) * tenths;
  const before = Math.floor(place / 10);
  const after = Math.ceil(place / 10);
  const beyond = (place - before * 10) / 10;
  return sorted[before] + beyond * (sorted[after] - sorted[before]);
}

function targets(
  outcomes: (boolean | null)[],
): StoredFigures['responseTarget'] {
  return {
    met: outcomes.filter(met => met === true).length,
    missed: outcomes.filter(met => met === false).length,
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, some) => all + some, 0);
}
