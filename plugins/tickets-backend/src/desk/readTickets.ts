import type { Ticket } from '@portaldesk/plugin-tickets-common';
import type { Caller } from './Caller';
import type { DeskContext } from './context';
import { withAccessMarked } from './people/markAccess';
import { presentTicket } from './present';
import { ticketToRead } from './readableTicket';

export async function getTicket(
  context: DeskContext,
  caller: Caller,
  key: string,
): Promise<Ticket> {
  const found = await ticketToRead(context, caller, key);
  const shown = presentTicket(context.config, found.scope, found.ticket);
  return withAccessMarked(context, found, shown);
}
