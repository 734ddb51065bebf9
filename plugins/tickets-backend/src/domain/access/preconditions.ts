import {
  type StatusType,
  type TicketAction,
  isEnded,
} from '@portaldesk/plugin-tickets-common';
import type { Access, Person } from './access';

/** The preconditions of actions: the state of a ticket. */
export interface Preconditions {
  readonly type: StatusType;
  readonly assignee: string | null;
  readonly archived: boolean;
  /** Whether any status may follow the present one. */
  readonly canChangeStatus: boolean;
  readonly canPostpone: boolean;
  readonly canSolve: boolean;
  readonly canClose: boolean;
  readonly canReopen: boolean;
  /**
   * Whether it was closed longer ago than the requester's side may reopen it,
   * so that their reply makes a follow-up instead.
   */
  readonly needsFollowUp: boolean;
  /** Whether they may make new tickets, such as a follow-up. */
  readonly mayFile: boolean;
}

/** All that can be done to a ticket in the archive, beside following it up. */
const inArchive: readonly TicketAction[] = ['unarchive', 'redact', 'delete'];

/**
 * The actions that are available in the present state of the ticket. A reply by
 * the requester's side to an ended ticket reopens it or follows it up, so
 * people who are only on that side need the right to reopen. They edit only
 * tickets whose work has not begun.
 */
export function allowedActions(
  access: Access,
  person: Pick<Person, 'ref'>,
  preconditions: Preconditions,
): TicketAction[] {
  const { inside, rights } = access;
  const { archived, type, canReopen, needsFollowUp, mayFile } = preconditions;
  const ended = isEnded(type);
  const inTeam = rights.has('classify');
  const followsUp = needsFollowUp && mayFile && rights.has('reopen');
  const usable: Record<TicketAction, boolean> = {
    reply:
      !ended ||
      inside ||
      followsUp ||
      (rights.has('reopen') && canReopen && !needsFollowUp),
    note: true,
    'message-privately': true,
    redact: true,
    edit: inTeam || type === 'new',
    classify: true,
    'take-over': !ended && preconditions.assignee !== person.ref,
    'hand-over': !ended,
    'change-status': preconditions.canChangeStatus,
    postpone: !ended && preconditions.canPostpone,
    solve: !ended && preconditions.canSolve,
    close: type !== 'closed' && preconditions.canClose,
    reopen: ended && canReopen && (inside || !needsFollowUp),
    archive: ended,
    unarchive: archived,
    watch: true,
    share: true,
    link: true,
    merge: true,
    split: true,
    'create-work-order': true,
    rate: ended,
    delete: true,
  };
  return [...rights].filter(
    action =>
      usable[action] &&
      (!archived ||
        inArchive.includes(action) ||
        (action === 'reply' && followsUp)),
  );
}
