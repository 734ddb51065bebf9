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

const SHOWN = 'it is visible on the ticket, and nobody has to act';

/**
 * Which notifications the events of a ticket cause. The notifications of a change
 * are always among those of its events.
 */
export const eventRows: Readonly<Record<EventDetail['type'], EventRow>> = {
  filed: notifies('filed', 'filed-on-behalf'),
  routed: silent('it is part of the filing, of which the team is notified'),
  replied: notifies('replied'),
  noted: notifies('noted'),
  'private-message-added': notifies('private-message-added'),
  'message-redacted': silent(SHOWN),
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
    "it turns notifications of the requester's side on or off",
  ),
  'organisation-access-set': notifies('access-lost'),
  'person-added': notifies('added'),
  'person-removed': notifies('access-lost'),
  postponed: notifies('returned'),
  archived: silent('the ticket has ended, and is only hidden from lists'),
  unarchived: silent('the ticket has ended, and is only shown in lists again'),
  linked: silent(SHOWN),
  unlinked: silent(SHOWN),
  'merged-into': notifies('merged', 'access-lost'),
  'merged-from': notifies('joined'),
  rated: notifies('rated'),
  'sla-warned': notifies('sla-warning'),
  'sla-breached': notifies('sla-breach'),
};
