import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import { TicketChange } from '../../domain/TicketChange';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { DeskStore } from '../../store/DeskStore';
import { saveChange } from '../changeTicket';
import type { DeskContext } from '../context';
import { deskActor } from './deskActor';

/**
 * Changes a ticket in the name of the desk, if that is still due under the
 * lock. People are notified as of a change by an agent.
 */
export async function changeIfDue(
  context: DeskContext,
  id: string,
  work: {
    isDue(ticket: StoredTicket, now: Date): boolean;
    apply(change: TicketChange, store: DeskStore): Promise<void> | void;
  },
): Promise<void> {
  await context.store.transaction(async store => {
    const ticket = await store.tickets.lock(id);
    const now = context.clock();
    // the id of a ticket that was merged since leads to another one
    if (ticket?.id !== id || !work.isDue(ticket, now)) {
      return;
    }
    const change = new TicketChange(context.config, DESK_ACTOR, now, ticket);
    await work.apply(change, store);
    await saveChange(context, store, { before: ticket, change, ...deskActor });
  });
}
