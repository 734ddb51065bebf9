import type { Period } from '../domain/reports/period';
import type {
  StoredDurations,
  StoredFigures,
} from '../store/reports/StoredFigures';

/** What a report needs to know of a ticket. */
export interface ReportedTicket {
  readonly createdAt: Date;
  /** In the order of time: ended, opened again, ended and so on. */
  readonly turns: readonly Date[];
  readonly firstResponseAt: Date | null;
  readonly responseMet: boolean | null;
  readonly resolutionMet: boolean | null;
  readonly stars: number | null;
  /** Whether the reader sees the ticket from inside. */
  readonly inside: boolean;
}

/** What a report says of these tickets: slow and obvious. */
export function expectedFigures(
  tickets: readonly ReportedTicket[],
  { from, to }: Period,
): StoredFigures {
  const within = (at: Date | null) => at !== null && from <= at && at < to;
  const created = tickets.filter(({ createdAt }) => within(createdAt));
  const ended = tickets.filter(ticket => within(endOf(ticket)));
  const turnsWithin = ({ turns }: ReportedTicket, odd: 0 | 1) =>
    turns.filter((at, index) => index % 2 === odd && within(at)).length;
  return {
    created: created.length,
    ended: sum(tickets.map(ticket => turnsWithin(ticket, 0))),
    reopened: sum(tickets.map(ticket => turnsWithin(ticket, 1))),
    backlog: tickets.filter(ticket => isOpenBefore(ticket, to)).length,
    firstResponse: durations(
      created.map(ticket => [ticket.createdAt, ticket.firstResponseAt]),
    ),
    resolution: durations(
      ended.map(ticket => [ticket.createdAt, endOf(ticket)]),
    ),
    responseTarget: targets(created, ({ responseMet }) => responseMet),
    resolutionTarget: targets(ended, ({ resolutionMet }) => resolutionMet),
    stars: [1, 2, 3, 4, 5].map(
      stars => ended.filter(ticket => ticket.stars === stars).length,
    ),
  };
}

/** When it ended for good, if it did. */
export function endOf({ turns }: ReportedTicket): Date | null {
  return turns.length % 2 === 1 ? turns[turns.length - 1] : null;
}

/** Whether it was there, and open, right before a time. */
function isOpenBefore({ createdAt, turns }: ReportedTicket, time: Date) {
  return createdAt < time && turns.filter(at => at < time).length % 2 === 0;
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
  tickets: readonly ReportedTicket[],
  outcomeOf: (ticket: ReportedTicket) => boolean | null,
): StoredFigures['responseTarget'] {
  const outcomes = tickets.filter(({ inside }) => inside).map(outcomeOf);
  return {
    met: outcomes.filter(met => met === true).length,
    missed: outcomes.filter(met => met === false).length,
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, some) => all + some, 0);
}
