import type { ReportGrouping } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { Period } from '../../domain/reports/period';
import type {
  ReportRequest,
  ReportStore,
  StoredFigures,
  StoredGroups,
} from './ReportStore';
import { Turns } from './Turns';
import { findFigures, withBacklogs } from './figures';
import { type Keying, NONE, byPeriod, byProperty, together } from './keying';
import { busiestKeys } from './statements';

/**
 * Reads figures in SQL. A report can be about every ticket, so that only few
 * are made at the same time, and the database has something left for others.
 */
export class KnexReportStore implements ReportStore {
  readonly #turns = new Turns({ atOnce: 2, queue: 50, perPerson: 10 });

  constructor(private readonly knex: Knex) {}

  async summarize(request: ReportRequest, period: Period) {
    const figures = await this.#find(request, period, together(this.knex));
    return figures.of(0);
  }

  async group(
    request: ReportRequest,
    period: Period,
    by: ReportGrouping,
    most: number,
  ): Promise<StoredGroups> {
    const { knex } = this;
    const report = { knex, ...request, period };
    const { keys, figures } = await this.#turns.take(
      personOf(request),
      async () => {
        const busiest = await busiestKeys(report, by, most);
        const keying = byProperty(knex, by, busiest);
        return {
          keys: busiest,
          figures: await findFigures({ ...report, keying }),
        };
      },
    );
    return {
      groups: keys.map(key => ({
        key: key === NONE ? null : key,
        figures: figures.of(key),
      })),
      rest: figures.has(null) ? figures.of(null) : undefined,
    };
  }

  async trend(
    request: ReportRequest,
    periods: readonly Period[],
  ): Promise<StoredFigures[]> {
    const period = {
      from: periods[0].from,
      to: periods[periods.length - 1].to,
    };
    const keying = byPeriod(this.knex, periods);
    const figures = await this.#find(request, period, keying);
    return withBacklogs(periods.map((_, index) => figures.of(index)));
  }

  #find(request: ReportRequest, period: Period, keying: Keying) {
    const { knex } = this;
    return this.#turns.take(personOf(request), () =>
      findFigures({ knex, ...request, period, keying }),
    );
  }
}

function personOf({ scope }: ReportRequest): string {
  return scope.person.ref;
}
