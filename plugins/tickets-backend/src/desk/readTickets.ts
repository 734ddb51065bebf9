import type { Ticket } from '@portaldesk/plugin-tickets-common';
import type { Caller } from './Caller';
import type { DeskContext } from './context';
import { presentTicket } from './present';
import { readableTicket } from './readableTicket';

export async function getTicket(
  context: DeskContext,
  caller: Caller,
  key: string,
): Promise<Ticket> {
  const { ticket, scope } = await readableTicket(context, caller, key);
  return presentTicket(context.config, scope, ticket);
}
