import type { Ticket, TicketsApi } from '@portaldesk/plugin-tickets-common';
import { agentDesk, agentTicket, stubDesk } from './stubDesk';

/** The ticket that an agent has open. */
export const NUMBER = 'T2026-00001';

/** Its address below that of the page. */
export const PATH = `/${NUMBER}`;

/** The desk of an agent who has one ticket; methods of it can be replaced. */
export function agentAtWork(
  methods: Partial<TicketsApi> = {},
  ticket: Ticket = agentTicket(),
): jest.Mocked<TicketsApi> {
  return stubDesk({ desk: agentDesk(), tickets: [ticket], methods });
}
