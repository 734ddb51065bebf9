import type {
  AddMessageRequest,
  EditTicketRequest,
  FileTicketRequest,
  HandOverRequest,
  TicketsApi,
} from '@portaldesk/plugin-tickets-common';

/** What a person did at the desk in the past. */
export type Deed =
  | { kind: 'file'; request: FileTicketRequest }
  | { kind: 'take-over' }
  | { kind: 'message'; request: AddMessageRequest }
  | { kind: 'status'; status: string }
  /** `until` is ISO 8601. */
  | { kind: 'postpone'; until: string }
  | { kind: 'hand-over'; request: HandOverRequest }
  | { kind: 'edit'; request: EditTicketRequest }
  | { kind: 'close' }
  | { kind: 'reopen' };

export interface Act {
  at: Date;
  /** Reference of the User who did it. */
  by: string;
  /** Says which acts are about the same ticket. */
  ticket: string;
  deed: Deed;
}

/** Does it at the desk, to the ticket with this id. */
export async function repeat(
  desk: TicketsApi,
  ticket: string,
  deed: Exclude<Deed, { kind: 'file' }>,
): Promise<unknown> {
  switch (deed.kind) {
    case 'take-over':
      return desk.takeOver(ticket);
    case 'message':
      return desk.addMessage(ticket, deed.request);
    case 'status':
      return desk.changeStatus(ticket, { status: deed.status });
    case 'postpone':
      return desk.postponeTicket(ticket, { until: deed.until });
    case 'hand-over':
      return desk.handOver(ticket, deed.request);
    case 'edit':
      return desk.editTicket(ticket, deed.request);
    case 'close':
      return desk.closeTicket(ticket);
    case 'reopen':
      return desk.reopenTicket(ticket);
    default:
      return deed satisfies never;
  }
}
