import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Whether somebody may file tickets at all.
 * @public
 */
export const ticketCreatePermission = createPermission({
  name: 'tickets.ticket.create',
  attributes: { action: 'create' },
});

/**
 * Every permission of the desk. The permission framework can only narrow what
 * somebody's relation to a ticket allows.
 * @public
 */
export const ticketPermissions = [ticketCreatePermission];
