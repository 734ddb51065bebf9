import type { StatusChangeCause } from '@portaldesk/plugin-tickets-common';
import type { Status, Statuses } from './statuses';

/** The triggers of automatic status changes. */
export type ReactionTrigger =
  | 'read'
  | 'assignment'
  | 'agent-reply'
  | 'requester-reply'
  | 'return'
  | 'reopen';

/** "When this happens to a ticket in one of these statuses, set it to that one." */
export interface Reaction {
  readonly from: readonly string[];
  readonly to: string;
}

export type Reactions = Readonly<Partial<Record<ReactionTrigger, Reaction>>>;

/** The types of status to which a trigger applies by default. */
const leftTypes = {
  read: ['new'],
  assignment: ['new'],
  'agent-reply': ['new', 'open'],
  'requester-reply': ['waiting-requester', 'postponed'],
  return: ['postponed'],
  reopen: ['solved', 'closed'],
} as const satisfies Record<ReactionTrigger, readonly Status['type'][]>;

/**
 * The reactions of a desk that configures none: an assigned ticket is no
 * longer new, an answered question is worked on again, a postponed ticket
 * comes back and a reopened one begins again as an open one.
 */
export function defaultReactions(statuses: Statuses): Reactions {
  const open = statuses.first('open', 'waiting-internal', 'new');
  if (!open) {
    return {};
  }
  const toOpen = (trigger: ReactionTrigger) => ({
    from: reactsFrom(statuses, trigger),
    to: open.id,
  });
  return {
    assignment: toOpen('assignment'),
    'requester-reply': toOpen('requester-reply'),
    return: toOpen('return'),
    reopen: toOpen('reopen'),
  };
}

/** The statuses to which a trigger applies by default. */
export function reactsFrom(
  statuses: Statuses,
  trigger: ReactionTrigger,
): string[] {
  return statuses.ofType(...leftTypes[trigger]).map(status => status.id);
}

/**
 * The status to which a trigger moves a ticket from its present one, if it
 * applies.
 */
export function reactionTo(
  reactions: Reactions,
  trigger: ReactionTrigger & StatusChangeCause,
  status: string,
): string | undefined {
  const reaction = reactions[trigger];
  return reaction?.from.includes(status) && reaction.to !== status
    ? reaction.to
    : undefined;
}

/** The status of a ticket that was just filed. */
export function firstStatus(statuses: Statuses): Status {
  const status = statuses.first('new', 'open');
  if (!status) {
    throw new Error('a desk has at least one status of type new or open');
  }
  return status;
}

/**
 * The status that closing leads to from here, and from a solved ticket only a
 * closed one; undefined when none may follow.
 */
export function closingStatus(
  statuses: Statuses,
  from: string,
): Status | undefined {
  const reachable = statuses.after(from);
  const closed = reachable.find(status => status.type === 'closed');
  return statuses.isEnded(from)
    ? closed
    : (closed ?? reachable.find(status => status.type === 'solved'));
}

/**
 * The status that solving leads to from here; undefined when none may follow,
 * or the ticket has ended.
 */
export function solvingStatus(
  statuses: Statuses,
  from: string,
): Status | undefined {
  return statuses.isEnded(from)
    ? undefined
    : statuses.after(from).find(status => status.type === 'solved');
}

/**
 * The status of a ticket that is postponed from here: its own, when it is
 * postponed already and gets another date. Undefined when none may follow, or
 * the ticket has ended.
 */
export function postponedStatus(
  statuses: Statuses,
  from: string,
): Status | undefined {
  if (statuses.isPostponed(from)) {
    return statuses.get(from);
  }
  return statuses.isEnded(from)
    ? undefined
    : statuses.after(from).find(status => status.type === 'postponed');
}

/**
 * The status to which a postponed ticket returns at its time. Without a
 * reaction for its status, or if the status is no longer configured, that is
 * the first open one. Undefined for a ticket in a status that is not a
 * postponed one, which stays there.
 */
export function returnStatus(
  rules: { readonly statuses: Statuses; readonly reactions: Reactions },
  from: string,
): string | undefined {
  const { statuses, reactions } = rules;
  return (
    reactionTo(reactions, 'return', from) ??
    (statuses.isPostponed(from) || !statuses.has(from)
      ? statuses.first('open', 'waiting-internal', 'new')?.id
      : undefined)
  );
}
