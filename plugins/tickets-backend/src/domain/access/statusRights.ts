import type { TicketAction } from '@portaldesk/plugin-tickets-common';
import type { Statuses } from '../statuses';

/**
 * The action that setting a status amounts to, so that setting one needs the
 * same rights as closing or reopening.
 */
export function actionBySetting(
  statuses: Statuses,
  from: string,
  to: string,
): TicketAction {
  switch (statuses.get(to).type) {
    case 'solved':
      return 'solve';
    case 'closed':
      return 'close';
    default:
      return statuses.isEnded(from) ? 'reopen' : 'change-status';
  }
}
