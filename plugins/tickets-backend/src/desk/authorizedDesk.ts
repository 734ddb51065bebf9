import type { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ticketCreatePermission } from '@portaldesk/plugin-tickets-common';
import type { Caller } from './Caller';
import type { Desk } from './Desk';

/**
 * A desk that also asks the permission framework, which can narrow what
 * relations allow, never widen it.
 */
export function authorizedDesk(
  desk: Desk,
  permissions: PermissionsService,
): Desk {
  async function mayFile({ credentials }: Caller): Promise<boolean> {
    const [decision] = await permissions.authorize(
      [{ permission: ticketCreatePermission }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  return {
    ...desk,
    describe: async caller => {
      const [description, allowed] = await Promise.all([
        desk.describe(caller),
        mayFile(caller),
      ]);
      return {
        ...description,
        caller: { ...description.caller, mayFile: allowed },
      };
    },
    file: async (caller, request) => {
      if (!(await mayFile(caller))) {
        throw new NotAllowedError('You may not file tickets');
      }
      return desk.file(caller, request);
    },
  };
}
