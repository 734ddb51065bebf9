import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import type { CompletedChange, NotificationDraft } from './drafts';
import { type Column, columns } from './parties';
import type { Cell, Condition, Row } from './rows';

/** The columns of a row that are notified of a change. */
export function notifiedColumns(
  row: Row,
  draft: NotificationDraft,
  change: CompletedChange,
): Column[] {
  const holds = judge(draft, change);
  return columns.filter(column => isNotified(row[column], holds));
}

/**
 * Whether a notification means work of which someone available has to be
 * notified: not if the assignee made the change.
 */
export function isWork(
  { work }: Row,
  draft: NotificationDraft,
  change: CompletedChange,
): boolean {
  return (
    !isKnown(change) &&
    (typeof work === 'boolean' ? work : work.every(judge(draft, change)))
  );
}

function isKnown({ after, side, actor }: CompletedChange): boolean {
  const responsible = after.assignee ?? after.team;
  return (
    side === 'team' && responsible !== null && actor.belongsTo.has(responsible)
  );
}

function isNotified(
  { notified }: Cell,
  holds: (condition: Condition) => boolean,
) {
  return typeof notified === 'boolean' ? notified : notified.every(holds);
}

function judge(
  { notified }: NotificationDraft,
  { after, side, actor, other }: CompletedChange,
): (condition: Condition) => boolean {
  const byRequester = side === 'requester';
  const unattended = after.assignee === null;
  const facts: Readonly<Record<Condition, boolean>> = {
    unattended,
    attended: !unattended,
    byRequester,
    byTeam: !byRequester,
    byDesk: actor.ref === DESK_ACTOR,
    fromElsewhere: after.team === null || !actor.belongsTo.has(after.team),
    signedIn: after.channel !== 'public',
    actorNotifies: notified !== false,
    // the requester's side cannot keep from the team that there is work again
    teamNotified: notified !== false || byRequester,
    otherAssignee: after.assignee !== other?.assignee,
  };
  return condition => facts[condition];
}
