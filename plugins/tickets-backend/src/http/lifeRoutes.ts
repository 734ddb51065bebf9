import {
  changeStatusRequestSchema,
  endTicketRequestSchema,
  handOverRequestSchema,
  postponeRequestSchema,
  rateRequestSchema,
} from '@portaldesk/plugin-tickets-common';
import { changedTicket } from './answers';
import { endpoint } from './endpoint';

/** What every change of a ticket's life has in common. */
const life = {
  tag: 'Life',
  headers: ['If-Match'],
  answer: changedTicket,
} as const;

/** What moves a ticket on: its assignment, its status, its rating. */
export const lifeRoutes = [
  endpoint({
    ...life,
    method: 'post',
    path: '/tickets/{ticket}/take-over',
    operationId: 'takeOver',
    summary: 'Make the caller the assignee',
    handle: ({ desk, caller, target }) => desk.takeOver(caller, target),
  }),

  endpoint({
    ...life,
    method: 'put',
    path: '/tickets/{ticket}/assignment',
    operationId: 'handOver',
    summary: 'Give the ticket to another agent or team, or back into the queue',
    body: handOverRequestSchema,
    handle: ({ desk, caller, target, body }) =>
      desk.handOver(caller, target, body),
  }),

  endpoint({
    ...life,
    method: 'put',
    path: '/tickets/{ticket}/status',
    operationId: 'changeStatus',
    summary: 'Set a configured status that may follow the present one',
    body: changeStatusRequestSchema,
    handle: ({ desk, caller, target, body }) =>
      desk.changeStatus(caller, target, body),
  }),

  endpoint({
    ...life,
    method: 'post',
    path: '/tickets/{ticket}/postpone',
    operationId: 'postponeTicket',
    summary: 'Put the ticket aside until it comes back by itself',
    body: postponeRequestSchema,
    handle: ({ desk, caller, target, body }) =>
      desk.postpone(caller, target, body),
  }),

  endpoint({
    ...life,
    method: 'post',
    path: '/tickets/{ticket}/solve',
    operationId: 'solveTicket',
    summary: 'Solve the ticket; the requester can still reopen it',
    body: endTicketRequestSchema,
    bodyOptional: true,
    handle: ({ desk, caller, target, body }) =>
      desk.solve(caller, target, body),
  }),

  endpoint({
    ...life,
    method: 'post',
    path: '/tickets/{ticket}/close',
    operationId: 'closeTicket',
    summary: 'Close the ticket',
    body: endTicketRequestSchema,
    bodyOptional: true,
    handle: ({ desk, caller, target, body }) =>
      desk.close(caller, target, body),
  }),

  endpoint({
    ...life,
    method: 'post',
    path: '/tickets/{ticket}/reopen',
    operationId: 'reopenTicket',
    summary: 'Open an ended ticket again',
    body: endTicketRequestSchema,
    bodyOptional: true,
    handle: ({ desk, caller, target, body }) =>
      desk.reopen(caller, target, body),
  }),

  endpoint({
    ...life,
    method: 'post',
    path: '/tickets/{ticket}/archive',
    operationId: 'archiveTicket',
    summary: 'Take an ended ticket out of the lists; it stays readable',
    handle: ({ desk, caller, target }) => desk.archive(caller, target),
  }),

  endpoint({
    ...life,
    method: 'post',
    path: '/tickets/{ticket}/reactivate',
    operationId: 'reactivateTicket',
    summary: 'Bring an archived ticket back into the lists',
    handle: ({ desk, caller, target }) => desk.reactivate(caller, target),
  }),

  endpoint({
    ...life,
    method: 'put',
    path: '/tickets/{ticket}/rating',
    operationId: 'rateTicket',
    summary: 'Say how good the service was',
    description: 'For the requester. Rating again changes the rating.',
    body: rateRequestSchema,
    handle: ({ desk, caller, target, body }) => desk.rate(caller, target, body),
  }),
];
