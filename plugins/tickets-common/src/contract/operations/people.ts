import {
  type OrganisationAccessRequest,
  type PersonRequest,
  organisationAccessRequestSchema,
  personRequestSchema,
} from '../../requests';
import { body, query } from '../input';
import { operation } from '../operation';
import { changedTicket } from './tickets';

/** Who takes part in a ticket. @public */
export const peopleOperations = {
  /**
   * Add a person or group, or make a person a watcher.
   *
   * To watch a ticket oneself, reading it is enough.
   */
  addPerson: operation({
    method: 'PUT',
    path: '/tickets/{ticket}/people',
    actions: ['share', 'watch'],
    headers: ['If-Match'],
    input: body<PersonRequest>(personRequestSchema),
    response: changedTicket,
  }),

  /** Remove a person or group, or stop watching. */
  removePerson: operation({
    method: 'DELETE',
    path: '/tickets/{ticket}/people',
    actions: ['share', 'watch'],
    headers: ['If-Match'],
    input: query<PersonRequest>(personRequestSchema),
    response: changedTicket,
  }),

  /**
   * Grant or revoke the access of the requester’s organisation.
   *
   * That is the access of its members, and of those of all groups inside of it.
   */
  setOrganisationAccess: operation({
    method: 'PUT',
    path: '/tickets/{ticket}/organisation-access',
    actions: ['share'],
    headers: ['If-Match'],
    input: body<OrganisationAccessRequest>(organisationAccessRequestSchema),
    response: changedTicket,
  }),
};
