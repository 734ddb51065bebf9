import {
  type DeskSettings,
  type RoutingTest,
  type SlaTest,
  deskSettingsSchema,
  routingTestSchema,
  slaTestSchema,
} from '../../model';
import { deskAdministerPermission } from '../../permissions';
import {
  type RoutingTestQuery,
  type SlaTestQuery,
  routingTestQuerySchema,
  slaTestQuerySchema,
} from '../../requests';
import { query } from '../input';
import { operation } from '../operation';
import { found } from '../response';

/** How the desk is configured, and what follows from it; for admins. @public */
export const settingsOperations = {
  /** How the desk is configured, with the place of each value. */
  getSettings: operation({
    method: 'GET',
    path: '/settings',
    permission: deskAdministerPermission,
    response: found<DeskSettings>(deskSettingsSchema),
  }),

  /**
   * Where a ticket would go, and why. Nothing is filed.
   *
   * What rules ask of the fields of a form does not apply, since it has none.
   */
  testRouting: operation({
    method: 'GET',
    path: '/settings/routing',
    permission: deskAdministerPermission,
    input: query<RoutingTestQuery>(routingTestQuerySchema),
    response: found<RoutingTest>(routingTestSchema),
  }),

  /** When a ticket would be due. Nothing is filed. */
  testSla: operation({
    method: 'GET',
    path: '/settings/sla',
    permission: deskAdministerPermission,
    input: query<SlaTestQuery>(slaTestQuerySchema),
    response: found<SlaTest>(slaTestSchema),
  }),
};
