import type { EventDetail } from '@portaldesk/plugin-tickets-common';
import type { Statuses } from './statuses';

/**
 * What an event tells somebody outside the team: nothing of notes and routing,
 * and of a status only what the portal shows.
 *
 * @returns undefined when it tells nothing
 */
export function seenFromOutside(
  statuses: Statuses,
  detail: EventDetail,
): EventDetail | undefined {
  switch (detail.type) {
    case 'filed': {
      const { status: _inside, ...outside } = detail;
      return outside;
    }
    case 'status-changed': {
      const from = statuses.get(detail.from).portalStatus;
      const to = statuses.get(detail.to).portalStatus;
      return from === to
        ? undefined
        : { type: 'portal-status-changed', from, to };
    }
    case 'noted':
    case 'routed':
      return undefined;
    case 'replied':
    case 'assigned':
    case 'moved':
    case 'portal-status-changed':
    case 'edited':
      return detail;
    default:
      return detail satisfies never;
  }
}
