import type { ReportGrouping } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { Period } from '../../domain/reports/period';
import type { ReportRequest } from './ReportRequest';
import type { StoredFigures, StoredGroups } from './StoredFigures';
import { findFigures, withBacklogs } from './figures';
import { byPeriod, byProperty, type Keying, NONE, together } from './keying';
import { busiestKeys } from './statements';

/**
 * Figures on what happened to tickets. Archived tickets count; those that were
 * merged into others do not.
 */
export class ReportStore {
  constructor(private readonly knex: Knex) {}

  async summarize(
    request: ReportRequest,
    period: Period,
  ): Promise<StoredFigures> {
    const figures = await this.#find(request, period, together(this.knex));
    return figures.of(0);
  }

  /** @param most - how many groups there may be, beside the rest */
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

  /** @param periods - each of which begins where the one before ends */
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
