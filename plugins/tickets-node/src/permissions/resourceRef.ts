import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_TICKET,
  type TicketCriterion,
  type TicketResource,
} from '@portaldesk/plugin-tickets-common';

/**
 * Tickets as a resource of the permission framework: rules of one's own for
 * them are made and registered with it.
 * @public
 */
export const ticketPermissionResourceRef = createPermissionResourceRef<
  TicketResource,
  TicketCriterion
>().with({ pluginId: 'tickets', resourceType: RESOURCE_TYPE_TICKET });
