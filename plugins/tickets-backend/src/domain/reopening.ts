import type { Statuses } from './statuses';

/**
 * Whether a ticket was closed so long ago that the requester's side cannot
 * reopen it: what they write then begins a new ticket that follows it up.
 */
export function needsFollowUp(
  rules: {
    readonly statuses: Statuses;
    /** In milliseconds; undefined: it can always be reopened. */
    readonly reopenWithin?: number;
  },
  ticket: { readonly status: string; readonly endedAt: Date | null },
  now: Date,
): boolean {
  const { statuses, reopenWithin } = rules;
  return (
    reopenWithin !== undefined &&
    ticket.endedAt !== null &&
    statuses.get(ticket.status).type === 'closed' &&
    now.getTime() - ticket.endedAt.getTime() > reopenWithin
  );
}
