import {
  type ChangeStatusRequest,
  type EndTicketRequest,
  type HandOverRequest,
  type PostponeRequest,
  type RateRequest,
  changeStatusRequestSchema,
  endTicketRequestSchema,
  handOverRequestSchema,
  postponeRequestSchema,
  rateRequestSchema,
} from '../../requests';
import { body, optionalBody } from '../input';
import { operation } from '../operation';
import { changedTicket } from './tickets';

/** The assignment and the status of a ticket. @public */
export const lifecycleOperations = {
  /** Make the caller the assignee. */
  takeOver: operation({
    method: 'POST',
    path: '/tickets/{ticket}/take-over',
    actions: ['take-over'],
    headers: ['If-Match'],
    response: changedTicket,
  }),

  /** Assign the ticket to another agent or team, or return it to the queue. */
  handOver: operation({
    method: 'PUT',
    path: '/tickets/{ticket}/assignment',
    actions: ['hand-over', 'note'],
    headers: ['If-Match'],
    input: body<HandOverRequest>(handOverRequestSchema),
    response: changedTicket,
  }),

  /** Set a configured status that the workflow allows. */
  changeStatus: operation({
    method: 'PUT',
    path: '/tickets/{ticket}/status',
    actions: ['change-status'],
    headers: ['If-Match'],
    input: body<ChangeStatusRequest>(changeStatusRequestSchema),
    response: changedTicket,
  }),

  /** Postpone the ticket until a time at which it returns. */
  postponeTicket: operation({
    method: 'POST',
    path: '/tickets/{ticket}/postpone',
    actions: ['postpone'],
    headers: ['If-Match'],
    input: body<PostponeRequest>(postponeRequestSchema),
    response: changedTicket,
  }),

  /** Solve the ticket; the requester can still reopen it. */
  solveTicket: operation({
    method: 'POST',
    path: '/tickets/{ticket}/solve',
    actions: ['solve'],
    headers: ['If-Match'],
    input: optionalBody<EndTicketRequest>(endTicketRequestSchema),
    response: changedTicket,
  }),

  /** Close the ticket. */
  closeTicket: operation({
    method: 'POST',
    path: '/tickets/{ticket}/close',
    actions: ['close'],
    headers: ['If-Match'],
    input: optionalBody<EndTicketRequest>(endTicketRequestSchema),
    response: changedTicket,
  }),

  /** Open an ended ticket again. */
  reopenTicket: operation({
    method: 'POST',
    path: '/tickets/{ticket}/reopen',
    actions: ['reopen'],
    headers: ['If-Match'],
    input: optionalBody<EndTicketRequest>(endTicketRequestSchema),
    response: changedTicket,
  }),

  /** Hide an ended ticket from the lists; it stays readable. */
  archiveTicket: operation({
    method: 'POST',
    path: '/tickets/{ticket}/archive',
    actions: ['archive'],
    headers: ['If-Match'],
    response: changedTicket,
  }),

  /** Show an archived ticket in the lists again. */
  unarchiveTicket: operation({
    method: 'POST',
    path: '/tickets/{ticket}/unarchive',
    actions: ['unarchive'],
    headers: ['If-Match'],
    response: changedTicket,
  }),

  /**
   * Rate the service.
   *
   * For the requester. Rating again changes the rating.
   */
  rateTicket: operation({
    method: 'PUT',
    path: '/tickets/{ticket}/rating',
    actions: ['rate'],
    headers: ['If-Match'],
    input: body<RateRequest>(rateRequestSchema),
    response: changedTicket,
  }),
};
