import type { StatusChangeCause } from '@portaldesk/plugin-tickets-common';
import type { Status, Statuses } from './statuses';

/** What moves a ticket on by itself. */
export type Occasion =
  'assignment' | 'agent-reply' | 'requester-reply' | 'reopen';

/** "When this happens to a ticket in one of these statuses, set it to that one." */
export interface Reaction {
  readonly from: readonly string[];
  readonly to: string;
}

export type Reactions = Readonly<Partial<Record<Occasion, Reaction>>>;

/**
 * The reactions of a desk that configures none: an assigned ticket is no
 * longer new, an answered question is worked on again, a reopened ticket is
 * open.
 */
export function defaultReactions(statuses: Statuses): Reactions {
  const open = statuses.first('open', 'waiting-internal', 'new');
  return open
    ? {
        assignment: { from: reactsFrom(statuses, 'assignment'), to: open.id },
        'requester-reply': {
          from: reactsFrom(statuses, 'requester-reply'),
          to: open.id,
        },
        reopen: { from: reactsFrom(statuses, 'reopen'), to: open.id },
      }
    : {};
}

/** The statuses that an occasion moves a ticket out of, unless configured otherwise. */
export function reactsFrom(statuses: Statuses, occasion: Occasion): string[] {
  const types = {
    assignment: ['new'],
    'agent-reply': ['new', 'open'],
    'requester-reply': ['waiting-requester', 'postponed'],
    reopen: ['solved', 'closed'],
  } as const;
  return statuses.ofType(...types[occasion]).map(status => status.id);
}

/** Where this occasion takes a ticket from its present status, if anywhere. */
export function reactionTo(
  reactions: Reactions,
  occasion: Occasion & StatusChangeCause,
  status: string,
): string | undefined {
  const reaction = reactions[occasion];
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
