import type { TicketState } from './ticketState';

/** Tickets that lie in one of these statuses for a time go to another one. */
export interface AutoClose {
  readonly from: readonly string[];
  /** A status of type solved or closed. */
  readonly to: string;
  /** Milliseconds since the last work on it or message. */
  readonly after: number;
}

/** The statuses that tickets are closed out of; that which they go to is none. */
export function idleStatuses({ from, to }: AutoClose): string[] {
  return from.filter(status => status !== to);
}

/** A ticket that was not active after this is closed now. */
export function idleSince({ after }: AutoClose, now: Date): Date {
  return new Date(now.getTime() - after);
}

/** Whether nothing happened to a ticket for so long that it is closed. */
export function isIdle(
  rule: AutoClose,
  ticket: Pick<TicketState, 'status' | 'activeAt' | 'archivedAt'>,
  now: Date,
): boolean {
  return (
    idleStatuses(rule).includes(ticket.status) &&
    ticket.archivedAt === null &&
    ticket.activeAt <= idleSince(rule, now)
  );
}
