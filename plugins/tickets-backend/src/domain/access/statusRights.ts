import type { TicketAction } from '@portaldesk/plugin-tickets-common';
import type { Statuses } from '../statuses';

/**
 * The action that setting a status by hand comes to, so that nobody ends a
 * ticket or begins it again in this way who may not do so in the other.
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
