import type { Ticket } from '@portaldesk/plugin-tickets-common';
import type { Response } from 'express';

/** Answers with a ticket and its version as ETag. */
export function sendTicket(response: Response, ticket: Ticket): void {
  response.set('ETag', `"${ticket.version}"`).json(ticket);
}
