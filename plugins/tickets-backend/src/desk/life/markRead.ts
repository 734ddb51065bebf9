import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { reactionTo } from '../../domain/workflow';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import { changeTicket } from '../changeTicket';
import type { DeskContext } from '../context';
import { presentTicket } from '../present';
import { type ReadableTicket, readableTicket } from '../readableTicket';

/**
 * Remembers what the caller has seen of the ticket, and lets the workflow react
 * when it was its team that looked at it.
 */
export async function markRead(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
): Promise<Ticket> {
  const found = await readableTicket(context, caller, target.ticket);
  if (!isRead(context, caller, found)) {
    await remember(context, caller, found.ticket);
    return presentTicket(context.config, found.scope, found.ticket);
  }
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    [],
    ({ change, access, ticket: locked }) => {
      if (worksOn(caller, { access, ticket: locked })) {
        change.react('read');
      }
    },
  );
  await remember(context, caller, ticket);
  return ticket;
}

async function remember(
  { store }: DeskContext,
  caller: Caller,
  { id, version }: Pick<Ticket, 'id' | 'version'>,
): Promise<void> {
  await store.reads.record(caller.ref, id, version);
}

function isRead(
  { config }: DeskContext,
  caller: Caller,
  found: ReadableTicket,
): boolean {
  const { status } = found.ticket;
  return (
    worksOn(caller, found) &&
    reactionTo(config.reactions, 'read', status) !== undefined
  );
}

/** An agent who asks their own team is the one who waits to be read. */
function worksOn(
  caller: Caller,
  { access, ticket }: Pick<ReadableTicket, 'access' | 'ticket'>,
): boolean {
  return (
    access.side === 'team' &&
    ticket.archivedAt === null &&
    (access.relations.includes('team') || ticket.assignee === caller.ref)
  );
}
