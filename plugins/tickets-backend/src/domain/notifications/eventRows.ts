import type { EventDetail } from '@portaldesk/plugin-tickets-common';
import type { PersonalNotificationEvent } from './rows';

/** Which notifications follow from an event, or why none. */
export type EventRow =
  | {
      readonly notifies: readonly [
        PersonalNotificationEvent,
        ...PersonalNotificationEvent[],
      ];
    }
  | { readonly notifies: readonly []; readonly because: string };

const notifies = (
  ...events: [PersonalNotificationEvent, ...PersonalNotificationEvent[]]
): EventRow => ({ notifies: events });
const silent = (because: string): EventRow => ({ notifies: [], because });

const SHOWN = 'whoever looks at the ticket sees it, and nobody has work by it';

/**
 * Which notifications the events of a ticket cause. The notifications of a change
 * are always among those of its events.
 */
export const eventRows: Readonly<Record<EventDetail['type'], EventRow>> = {
  filed: notifies('filed', 'filed-on-behalf'),
  routed: silent('it is part of the filing, of which the team is told'),
  replied: notifies('replied'),
  noted: notifies('noted'),
  'private-message-added': notifies('private-message-added'),
  assigned: notifies('assigned', 'unassigned', 'queued', 'returned'),
  moved: notifies('moved', 'access-lost'),
  'status-changed': notifies(
    'answer-expected',
    'postponed',
    'solved',
    'closed',
    'reopened',
    'returned',
  ),
  'portal-status-changed': silent(
    'it is what the requester sees of `status-changed`',
  ),
  edited: notifies('priority-changed', 'access-lost'),
  'fields-edited': silent(SHOWN),
  'tags-edited': silent(SHOWN),
  'assets-edited': notifies('access-lost'),
  'entities-edited': silent(SHOWN),
  'notify-requester-set': silent(
    "it says that the requester's side is to be left in peace, or no more",
  ),
  'organisation-access-set': notifies('access-lost'),
  'person-added': notifies('added'),
  'person-removed': notifies('access-lost'),
  postponed: notifies('returned'),
  archived: silent('the ticket ended before, and only leaves the lists'),
  unarchived: silent('the ticket is in the lists again, and still ended'),
  linked: silent(SHOWN),
  unlinked: silent(SHOWN),
  'merged-into': notifies('merged', 'access-lost'),
  'merged-from': notifies('joined'),
  rated: notifies('rated'),
  'sla-warned': notifies('sla-warning'),
  'sla-breached': notifies('sla-breach'),
};
