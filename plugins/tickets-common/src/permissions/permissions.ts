import {
  type ResourcePermission,
  createPermission,
} from '@backstage/plugin-permission-common';

/**
 * The type of resource that permissions on single tickets are about; its
 * references are the ids of tickets.
 * @public
 */
export const RESOURCE_TYPE_TICKET = 'tickets-ticket';

/**
 * A permission on single tickets: a policy can make it depend on the ticket.
 * @public
 */
export type TicketPermission = ResourcePermission<typeof RESOURCE_TYPE_TICKET>;

/**
 * Whether a person may create tickets: file them, split them off from others,
 * create work orders.
 * @public
 */
export const ticketCreatePermission = createPermission({
  name: 'tickets.ticket.create',
  attributes: { action: 'create' },
});

/**
 * Whether a person in `tickets.admins` of the configuration is an admin of the
 * desk.
 * @public
 */
export const deskAdministerPermission = createPermission({
  name: 'tickets.desk.administer',
  attributes: {},
});

/**
 * Whether a ticket exists for a person: can be read, found, counted and
 * watched.
 * @public
 */
export const ticketReadPermission = createPermission({
  name: 'tickets.ticket.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_TICKET,
});

/**
 * Whether a person may write what all sides see: replies and ratings.
 * @public
 */
export const ticketReplyPermission = createPermission({
  name: 'tickets.ticket.reply',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TICKET,
});

/**
 * Whether a person may write what only some see: notes and private messages.
 * @public
 */
export const ticketNotePermission = createPermission({
  name: 'tickets.ticket.note',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TICKET,
});

/**
 * Whether a person may change a ticket: its fields, classification, status,
 * people and links.
 * @public
 */
export const ticketUpdatePermission = createPermission({
  name: 'tickets.ticket.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TICKET,
});

/**
 * Whether a person may take a ticket over, or hand it over.
 * @public
 */
export const ticketAssignPermission = createPermission({
  name: 'tickets.ticket.assign',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TICKET,
});

/**
 * Whether a person may end and reopen a ticket: solve, close, reopen.
 * @public
 */
export const ticketClosePermission = createPermission({
  name: 'tickets.ticket.close',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TICKET,
});

/**
 * Whether a person may delete a ticket permanently.
 * @public
 */
export const ticketDeletePermission = createPermission({
  name: 'tickets.ticket.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_TICKET,
});

/**
 * The permissions on the desk as a whole.
 * @public
 */
export const deskPermissions = [
  ticketCreatePermission,
  deskAdministerPermission,
];

/**
 * The permissions on single tickets.
 * @public
 */
export const ticketResourcePermissions: TicketPermission[] = [
  ticketReadPermission,
  ticketReplyPermission,
  ticketNotePermission,
  ticketUpdatePermission,
  ticketAssignPermission,
  ticketClosePermission,
  ticketDeletePermission,
];

/**
 * Every permission of the desk. The permission framework can only narrow what a
 * person's relation to a ticket allows.
 * @public
 */
export const ticketPermissions = [
  ...deskPermissions,
  ...ticketResourcePermissions,
];
