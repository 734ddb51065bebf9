import type { AccessPolicy } from '../access/access';
import { accessLostNotifications } from './lostAccess';
import {
  type CompletedChange,
  type Notification,
  type NotificationDraft,
  draftsOf,
} from './drafts';
import { merge, partiesOf } from './parties';
import { refreshes } from './refreshes';
import { isWork, notifiedColumns } from './rowFacts';
import { rows } from './rows';
import type { HistoryRules } from '../history';
import { notifiesActor, unmuted } from './shouldNotify';

/** Who is notified of a change, by the table of notifications. */
export function notificationsOf(
  rules: HistoryRules & { readonly access: AccessPolicy },
  change: CompletedChange,
): Notification[] {
  return [
    ...draftsOf(rules.statuses, change).map(event => address(change, event)),
    ...accessLostNotifications(rules.access, change),
    ...refreshes(rules, change),
  ].filter(({ parties, work }) => parties.length > 0 || work);
}

function address(
  change: CompletedChange,
  draft: NotificationDraft,
): Notification {
  const { after, actor } = change;
  const { event, messageId, other, named = [] } = draft;
  const row = rows[event];
  const partiesIn = partiesOf(after);
  const parties = [
    ...notifiedColumns(row, draft, change).flatMap(column => partiesIn[column]),
    ...named,
  ];
  return {
    event,
    ...(messageId !== undefined && { messageId }),
    ...(other && { other }),
    ...(isWork(row, draft, change) && { work: true }),
    inside: event === 'noted',
    parties: merge(unmuted(after, parties)).filter(
      ({ ref, roles }) =>
        (ref !== actor.ref || notifiesActor(event, roles)) &&
        (ref !== after.requester || event !== 'noted'),
    ),
  };
}
