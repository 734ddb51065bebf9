import {
  DESK_ACTOR,
  type EventDetail,
} from '@portaldesk/plugin-tickets-common';

/**
 * Whether a ticket is being worked on or talked about. Bookkeeping leaves it as
 * idle as it was.
 */
const isWork: Readonly<Record<EventDetail['type'], boolean>> = {
  filed: true,
  replied: true,
  assigned: true,
  moved: true,
  'status-changed': true,
  'portal-status-changed': true,
  postponed: true,
  unarchived: true,
  'merged-into': true,
  'merged-from': true,
  archived: false,
  edited: false,
  'fields-edited': false,
  'tags-edited': false,
  'assets-edited': false,
  'entities-edited': false,
  'notify-requester-set': false,
  'organisation-access-set': false,
  'person-added': false,
  'person-removed': false,
  rated: false,
  noted: false,
  'private-message-added': false,
  routed: false,
  'sla-warned': false,
  'sla-breached': false,
  linked: false,
  unlinked: false,
};

/**
 * Whether a ticket is not idle after an event. What the desk does by itself,
 * such as giving it to somebody else or another team, is nobody's work on it;
 * only a ticket that comes, also one that comes back, has its time before it.
 */
export function isActivity({
  actor,
  detail,
}: {
  readonly actor: string;
  readonly detail: EventDetail;
}): boolean {
  return actor === DESK_ACTOR ? isArrival(detail) : isWork[detail.type];
}

function isArrival(detail: EventDetail): boolean {
  return (
    detail.type === 'filed' ||
    (detail.type === 'status-changed' && detail.cause === 'return')
  );
}
