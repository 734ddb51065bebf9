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
}

/**
 * Gives a ticket the status, the team, the assignee, the priority and the tags
 * that it had before a change, step by step.
 *
 * @param id - of the ticket
 * @throws ResponseError with the status 412 when it was changed since
 */
export async function restoreTicket(
  ticketsApi: TicketsApi,
  id: string,
  { before, version, notify, isEnded }: RestoreOptions,
): Promise<void> {
  let ticket = await ticketsApi.getTicket(id);
  let options: TicketsChangeOptions = { version };
  const take = async (step: Promise<Ticket>) => {
    ticket = await step;
    options = { version: ticket.version };
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
  if (status !== undefined && status !== ticket.status) {
    const until = postponedUntil ?? undefined;
    await take(
      ticketsApi.changeStatus(id, { status, until, notify: false }, options),
    );
  }
}
