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
  const tickets = new Map(
    (await store.tickets.findByIds(ids)).map(ticket => [ticket.id, ticket]),
  );
  return ids.map(id => {
    const ticket = tickets.get(id);
    return (
      ticket &&
      asResource(config.statuses, {
        ...ticket,
        assetOwners: assetOwnersOf(ticket),
      })
    );
  });
}
