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
  'message-redacted': false,
  routed: false,
  'sla-warned': false,
  'sla-breached': false,
  linked: false,
  unlinked: false,
};

/**
 * Whether an event makes a ticket active. Changes by the desk itself, such as
 * another assignee or team, are no work on it; but the idle time of a new or
 * returned ticket starts again.
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
