import { type TicketLinks, ticketLinksSchema } from '../../model';
import {
  type LinkRequest,
  type MergeRequest,
  type SplitRequest,
  type WorkOrderRequest,
  linkRequestSchema,
  mergeRequestSchema,
  splitRequestSchema,
  unlinkQuerySchema,
  workOrderRequestSchema,
} from '../../requests';
import { body, optionalBody, query } from '../input';
import { operation } from '../operation';
import { changed, found } from '../response';
import { changedTicket, createdTicket } from './tickets';

const changedLinks = changed<TicketLinks>(ticketLinksSchema);

/** How tickets belong together. @public */
export const relationOperations = {
  /** The links to tickets that the caller may read. */
  listLinks: operation({
    method: 'GET',
    path: '/tickets/{ticket}/links',
    response: found<TicketLinks>(ticketLinksSchema),
  }),

  /**
   * Link the ticket with another one.
   *
   * Linking again changes nothing.
   */
  linkTickets: operation({
    method: 'POST',
    path: '/tickets/{ticket}/links',
    actions: ['link'],
    headers: ['If-Match'],
    input: body<LinkRequest>(linkRequestSchema),
    response: changedLinks,
  }),

  /**
   * Remove a link.
   *
   * A link that does not exist is not an error.
   */
  unlinkTickets: operation({
    method: 'DELETE',
    path: '/tickets/{ticket}/links',
    actions: ['link'],
    headers: ['If-Match'],
    input: query<LinkRequest>(unlinkQuerySchema),
    response: changedLinks,
  }),

  /**
   * Merge the ticket into another one.
   *
   * Its conversation, files and people move to the other ticket, and its id and
   * number lead there.
   *
   * @returns The other ticket.
   */
  mergeTicket: operation({
    method: 'POST',
    path: '/tickets/{ticket}/merge',
    actions: ['merge'],
    headers: ['If-Match'],
    input: body<MergeRequest>(mergeRequestSchema),
    response: changedTicket,
  }),

  /**
   * Split a reply off into a new ticket.
   *
   * @returns The new ticket.
   */
  splitTicket: operation({
    method: 'POST',
    path: '/tickets/{ticket}/split',
    actions: ['split'],
    headers: ['If-Match'],
    input: body<SplitRequest>(splitRequestSchema),
    response: createdTicket,
  }),

  /**
   * File an internal ticket for work that the ticket needs.
   *
   * Missing fields are copied from the ticket.
   *
   * @returns The work order.
   */
  createWorkOrder: operation({
    method: 'POST',
    path: '/tickets/{ticket}/work-orders',
    actions: ['create-work-order'],
    headers: ['If-Match'],
    input: optionalBody<WorkOrderRequest>(workOrderRequestSchema),
    response: createdTicket,
  }),
};
