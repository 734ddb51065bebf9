import type { TicketResource } from '@portaldesk/plugin-tickets-common';
import { asResource } from '../domain/access/ticketFacts';
import type { DeskContext } from './context';
import { assetOwnersOf } from './present';

/**
 * Loads tickets for the permission framework, when it is asked about single
 * ones. They are found by their ids alone: numbers can be guessed.
 */
export async function ticketResources(
  { config, store }: DeskContext,
  ids: readonly string[],
): Promise<(TicketResource | undefined)[]> {
  const tickets = await store.findTickets(ids);
  return ids.map(id => {
    const ticket = tickets.find(found => found.id === id);
    return (
      ticket &&
      asResource(config.statuses, {
        ...ticket,
        assetOwners: assetOwnersOf(ticket),
      })
    );
  });
}
