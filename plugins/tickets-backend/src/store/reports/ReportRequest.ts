import type { Scope } from '../../domain/access/access';
import type { TicketConditions } from '../where/TicketConditions';

/** Which tickets a report is about. */
export interface ReportRequest {
  readonly scope: Scope;
  readonly where: TicketConditions;
}
