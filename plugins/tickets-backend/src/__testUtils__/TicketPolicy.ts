import {
  AuthorizeResult,
  type PolicyDecision,
  isPermission,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  ticketDeletePermission,
  ticketReadPermission,
} from '@portaldesk/plugin-tickets-common';
import {
  createTicketConditionalDecision,
  ticketConditions,
} from '@portaldesk/plugin-tickets-node';

/** Security is between those who take part and the team; nobody deletes. */
export class TicketPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (isPermission(permission, ticketDeletePermission)) {
      return { result: AuthorizeResult.DENY };
    }
    if (isPermission(permission, ticketReadPermission)) {
      const claims = user?.info.ownershipEntityRefs ?? [];
      return createTicketConditionalDecision(permission, {
        anyOf: [
          { not: ticketConditions.hasCategory({ categories: ['security'] }) },
          ticketConditions.isParticipant({ claims }),
          ticketConditions.isInTeam({ claims }),
        ],
      });
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
