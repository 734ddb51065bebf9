import {
  organisationAccessRequestSchema,
  personRequestSchema,
} from '@portaldesk/plugin-tickets-common';
import { changedTicket } from './answers';
import { endpoint } from './endpoint';

/** Who takes part in a ticket. */
export const peopleRoutes = [
  endpoint({
    method: 'put',
    path: '/tickets/{ticket}/people',
    operationId: 'addPerson',
    summary: 'Add a person or group, or make somebody a watcher',
    description: 'Watching a ticket oneself needs no more than reading it.',
    tag: 'People',
    headers: ['If-Match'],
    body: personRequestSchema,
    answer: changedTicket,
    handle: ({ desk, caller, target, body }) =>
      desk.addPerson(caller, target, body),
  }),

  endpoint({
    method: 'delete',
    path: '/tickets/{ticket}/people',
    operationId: 'removePerson',
    summary: 'Remove a person or group, or stop watching',
    tag: 'People',
    headers: ['If-Match'],
    query: personRequestSchema,
    answer: changedTicket,
    handle: ({ desk, caller, target, query }) =>
      desk.removePerson(caller, target, query),
  }),

  endpoint({
    method: 'put',
    path: '/tickets/{ticket}/organisation-access',
    operationId: 'setOrganisationAccess',
    summary: 'Grant or revoke the access of the requester’s organisation',
    tag: 'People',
    headers: ['If-Match'],
    body: organisationAccessRequestSchema,
    answer: changedTicket,
    handle: ({ desk, caller, target, body }) =>
      desk.setOrganisationAccess(caller, target, body),
  }),
];
