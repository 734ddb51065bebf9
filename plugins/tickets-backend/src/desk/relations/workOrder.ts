import type {
  Ticket,
  WorkOrderRequest,
} from '@portaldesk/plugin-tickets-common';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { DeskStore } from '../../store/DeskStore';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import { requireTeam } from '../lifecycle/assign';
import { changeTicket } from '../changeTicket';
import { type DeskContext, callersScope } from '../context';
import { type Filing, openTicket } from '../filing/openTicket';
import { presentTicket } from '../present';
import {
  filedFields,
  recordRelated,
  relatedFiling,
  relatedTeams,
  requireSameTeam,
} from '../filing/relatedTicket';
import { readableTicket, requireAction } from '../readableTicket';
import { requireCategory, requirePriority } from '../requireConfigured';

/**
 * Files an internal ticket for work that a ticket needs. What the request does
 * not contain is copied from the ticket, the description as a quotation. The
 * person who orders the work watches it.
 *
 * All agents see internal tickets, which is too much for a confidential one:
 * its work orders are confidential too, between the person who orders the work
 * and the team that does it. Its requester would see them as well, so the
 * requester of the work order is the person who orders it.
 *
 * @returns the work order
 */
export async function createWorkOrder(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  request: WorkOrderRequest,
): Promise<Ticket> {
  const { config } = context;
  const readable = await readableTicket(context, caller, target.ticket);
  requireAction(context, readable, 'create-work-order');
  requireCategory(config, request.category ?? null);
  if (request.priority !== undefined) {
    requirePriority(config, request.priority);
  }
  const { ticket: found } = readable;
  const directory = await context.catalog.directory([
    request.team,
    ...relatedTeams(config, found),
  ]);
  requireTeam(context, directory, request.team);
  const { result } = await changeTicket(
    context,
    caller,
    target,
    ['create-work-order'],
    async progress => {
      const { ticket: from, store } = progress;
      requireSameTeam(found, from);
      const { ticket } = await openTicket(context, store, caller, {
        ...relatedFiling(config, directory, from, {
          link: 'work-order',
          changes: takenOver(caller, from, request),
          team: request.team,
        }),
        message: await description(store, from, request.message),
      });
      recordRelated(progress, 'work-order', ticket);
      return ticket;
    },
  );
  return presentTicket(config, callersScope(context, caller), result);
}

function takenOver(
  caller: Caller,
  ticket: StoredTicket,
  { subject, category, priority }: WorkOrderRequest,
): Partial<Filing['filed']> {
  return {
    ...(ticket.visibility === 'confidential'
      ? { requester: caller.ref, organisation: null }
      : { visibility: 'internal' as const }),
    subject: subject ?? ticket.subject,
    category: category ?? ticket.category,
    priority: priority ?? ticket.priority,
    fields: filedFields(ticket),
    entities: [...ticket.entities],
    people: [{ ref: caller.ref, role: 'watcher' }],
  };
}

async function description(
  store: DeskStore,
  { id, number }: StoredTicket,
  message: string | undefined,
): Promise<Filing['message']> {
  if (message !== undefined) {
    return { body: message };
  }
  const first = await store.messages.firstReply(id);
  return first && { body: `${number}:\n\n${quoted(first.body)}` };
}

/** As a quotation in Markdown. */
function quoted(text: string): string {
  return text
    .split('\n')
    .map(line => `> ${line}`)
    .join('\n');
}
