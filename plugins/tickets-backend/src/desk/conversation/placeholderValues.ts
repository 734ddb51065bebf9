import { isAnonymousReporter } from '@portaldesk/plugin-tickets-common';
import type { PlaceholderValues } from '../../domain/placeholders';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { Caller } from '../Caller';
import type { DeskContext } from '../context';

/** The values of the placeholders for this caller and this ticket. */
export async function placeholderValues(
  { config, catalog }: DeskContext,
  caller: Caller,
  ticket: StoredTicket,
): Promise<PlaceholderValues> {
  const { requester, organisation, team, system } = ticket;
  const asset = ticket.assets.at(0) ?? null;
  const directory = await catalog.names(
    [requester, caller.ref, organisation, team, asset, system],
    caller,
  );
  const nameOf = (ref: string | null) =>
    // a greeting without a name is better than one with a random one
    ref === null || isAnonymousReporter(ref)
      ? null
      : (directory.nameOf(ref) ?? nameInRef(ref));
  return {
    'ticket.number': ticket.number,
    'ticket.subject': ticket.subject,
    'ticket.category':
      ticket.category && titleOf(config.categories, ticket.category),
    'ticket.priority': titleOf(config.priorities, ticket.priority),
    'requester.name': nameOf(requester),
    'organisation.name': nameOf(organisation),
    'agent.name': nameOf(caller.ref),
    'team.name': nameOf(team),
    'asset.name': nameOf(asset),
    'system.name': nameOf(system),
  };
}

function titleOf(
  configured: readonly { readonly id: string; readonly title: string }[],
  id: string,
): string {
  return configured.find(item => item.id === id)?.title ?? id;
}

/** The last part of a reference, for what the catalog does not name. */
function nameInRef(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}
