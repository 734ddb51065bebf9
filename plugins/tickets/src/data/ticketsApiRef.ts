import { createApiRef } from '@backstage/core-plugin-api';
import type { TicketsApi } from '@portaldesk/plugin-tickets-common';

/**
 * The desk, as the screens and other frontend plugins reach it. One reference
 * serves both frontend systems.
 * @public
 */
export const ticketsApiRef = createApiRef<TicketsApi>({
  id: 'plugin.tickets.api',
});
