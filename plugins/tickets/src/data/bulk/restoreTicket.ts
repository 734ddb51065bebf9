import type {
  BulkResult,
  Ticket,
  TicketsApi,
  TicketsChangeOptions,
} from '@portaldesk/plugin-tickets-common';

/** How a ticket becomes again what it was. */
export interface RestoreOptions {
  /** What of it was otherwise. */
  before: NonNullable<BulkResult['before']>;
  /** As the change left it: what was changed since is not undone. */
  version: number;
  /** Whether participants are notified when it opens again. */
  notify?: boolean;
  /** Tells whether a status ends tickets. */
  isEnded: (status: string) => boolean;
  /** Tells whether the workflow has one status after the other. */
  canFollow: (from: string, to: string) => boolean;
}

/** The ticket is now part of another one, which the change was not about. */
class MergedSince extends Error {
  readonly name = 'ConflictError';
  readonly code = 'ticket-merged-meanwhile';

  constructor(into: string) {
    super(`It was merged into ${into} since`);
  }
}

/**
 * Gives a ticket the status, the team, the assignee, the priority and the tags
 * that it had before a change, step by step. Where the workflow does not lead back
 * to a status, such as that of new tickets, the rest is undone without it.
 *
 * @param id - of the ticket
 * @throws ResponseError with the status 412 when it was changed since; Error when
 *   it was merged into another one
 */
export async function restoreTicket(
  ticketsApi: TicketsApi,
  id: string,
  { before, version, notify, isEnded, canFollow }: RestoreOptions,
): Promise<void> {
  let ticket = await ticketsApi.getTicket(id);
  if (ticket.id !== id) {
    // it leads to another one, whose version can be the same by chance
    throw new MergedSince(ticket.number);
  }
  let options: TicketsChangeOptions = { version };
  let isChanged = false;
  const take = async (step: Promise<Ticket>) => {
    ticket = await step;
    options = { version: ticket.version };
    isChanged = true;
  };

  const { status, postponedUntil, priority, tags } = before;
  if (
    status !== undefined &&
    ticket.status !== undefined &&
    isEnded(ticket.status) &&
    !isEnded(status)
  ) {
    await take(ticketsApi.reopenTicket(id, { notify }, options));
  }
  const team = before.team ?? ticket.team ?? undefined;
  if (team !== undefined && team !== ticket.team) {
    const { assignee = ticket.assignee } = before;
    await take(ticketsApi.handOver(id, { assignee, team }, options));
  }
  // a team may give what comes to it to one of its members at once
  if (
    before.assignee !== undefined &&
    before.assignee !== ticket.assignee
  ) {
    const { assignee } = before;
    await take(ticketsApi.handOver(id, { assignee }, options));
  }
  if (priority !== undefined || tags !== undefined) {
    await take(ticketsApi.editTicket(id, { priority, tags }, options));
  }
  const isOutOfReach =
    isChanged &&
    status !== undefined &&
    ticket.status !== undefined &&
    !canFollow(ticket.status, status);
  if (status !== undefined && status !== ticket.status && !isOutOfReach) {
    const until = postponedUntil ?? undefined;
    await take(
      ticketsApi.changeStatus(id, { status, until, notify: false }, options),
    );
  }
}
