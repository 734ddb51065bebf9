import type { ReportGrouping } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { Period } from '../../domain/reports/period';
import type {
  ReportRequest,
  ReportStore,
  StoredFigures,
  StoredGroups,
} from './ReportStore';
import { findFigures, withBacklogs } from './figures';
import { type Keying, NONE, byPeriod, byProperty, together } from './keying';
import { busiestKeys } from './statements';

/** Reads figures in SQL. A report can be about every ticket. */
export class KnexReportStore implements ReportStore {
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
    const keys = await busiestKeys(report, by, most);
    const keying = byProperty(knex, by, keys);
    const figures = await findFigures({ ...report, keying });
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
    return findFigures({ knex, ...request, period, keying });
  }
}
