import type { Ticket } from '@portaldesk/plugin-tickets-common';
import type { Access } from '../../domain/access/access';
import { reactionTo } from '../../domain/workflow';
import type { Caller } from '../Caller';
import { changeTicket } from '../changeTicket';
import type { DeskContext } from '../context';
import { presentTicket } from '../present';
import { type ReadableTicket, readableTicket } from '../readableTicket';

/**
 * Records what the caller has seen of the ticket, and lets the workflow react
 * if the caller belongs to its team.
 */
export async function markRead(
  context: DeskContext,
  caller: Caller,
  key: string,
): Promise<Ticket> {
  const found = await readableTicket(context, caller, key);
  if (!isRead(context, caller, found)) {
    const shown = presentTicket(context.config, found.scope, found.ticket);
    await remember(context, caller, found.access, shown);
    return shown;
  }
  const { ticket, result: access } = await changeTicket(
    context,
    caller,
    { ticket: key },
    [],
    ({ change, ...locked }) => {
      if (worksOn(caller, locked)) {
        change.react('read');
      }
      return locked.access;
    },
  );
  await remember(context, caller, access, ticket);
  return ticket;
}

async function remember(
  { store }: DeskContext,
  caller: Caller,
  { inside }: Access,
  { id, version }: Pick<Ticket, 'id' | 'version'>,
): Promise<void> {
  await store.reads.record(caller.ref, id, { version, inside });
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
