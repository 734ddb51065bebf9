import type { SlaDeadline } from '@portaldesk/plugin-tickets-common';

/** A warning or a breach that is to be recorded when its time has come. */
export interface PlannedSlaEvent {
  readonly type: 'sla-warned' | 'sla-breached';
  readonly deadline: SlaDeadline;
  readonly dueAt: Date;
  readonly at: Date;
  /**
   * False for the breach of a deadline that can no longer be met: the team
   * replied late, or the clock is paused. Nobody needs to be notified.
   */
  readonly pending: boolean;
}
