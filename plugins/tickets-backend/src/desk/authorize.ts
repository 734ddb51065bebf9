import type { PermissionsService } from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { ConditionTransformer } from '@backstage/plugin-permission-node';
import {
  type TicketCriterion,
  deskPermissions,
  ticketResourcePermissions,
} from '@portaldesk/plugin-tickets-common';
import type {
  PermissionDecision,
  PermissionDecisions,
} from '../domain/access/decisions';
import type { Statuses } from '../domain/statuses';
import type { Caller } from './Caller';
import type { AsyncCache } from './AsyncCache';
import { serviceAnswer } from './serviceAnswer';

/** What the permission framework decides for a caller. */
export interface CallerDecisions {
  /** Undefined when it narrows nothing at the desk. */
  readonly decisions: PermissionDecisions | undefined;
  readonly readsWholeCatalog: boolean;
}

/**
 * Finds out what the permission framework decides for a caller.
 *
 * @throws UnavailableError when it gives no answer that can be used: nothing is
 *   wrong with the caller's request then
 */
export type Authorize = (caller: Caller) => Promise<CallerDecisions>;

/** What it takes to ask the permission framework. */
export interface AuthorizeSources {
  readonly permissions: PermissionsService;
  /** Turns the conditions of a decision into criteria. */
  readonly transformConditions: ConditionTransformer<TicketCriterion>;
  readonly statuses: Statuses;
  /** By session of the caller. */
  readonly cache: AsyncCache<CallerDecisions>;
}

/**
 * Asks the permission framework for all permissions of the desk in one request,
 * and caches the decisions for a short time: it does not notify when a policy
 * changes, and every decision costs requests to other plugins.
 */
export function createAuthorize(source: AuthorizeSources): Authorize {
  const ask = (caller: Caller) =>
    serviceAnswer('permissions', () => decisionsFor(source, caller));
  return caller =>
    caller.session === undefined
      ? ask(caller)
      : source.cache.get(caller.session, () => ask(caller));
}

async function decisionsFor(
  { permissions, statuses, ...source }: AuthorizeSources,
  { credentials }: Caller,
): Promise<CallerDecisions> {
  const [onDesk, [onCatalog, ...onTickets]] = await Promise.all([
    permissions.authorize(
      deskPermissions.map(permission => ({ permission })),
      { credentials },
    ),
    permissions.authorizeConditional(
      [catalogEntityReadPermission, ...ticketResourcePermissions].map(
        permission => ({ permission }),
      ),
      { credentials },
    ),
  ]);
  const decided = [...onDesk, ...onTickets];
  const decisions = new Map(
    [...deskPermissions, ...ticketResourcePermissions].map(
      ({ name }, index) => [name, asDecision(source, decided[index])],
    ),
  );
  const all = [...decisions.values()].every(decision => decision === true);
  return {
    decisions: all ? undefined : { byPermission: decisions, statuses },
    readsWholeCatalog: onCatalog.result === AuthorizeResult.ALLOW,
  };
}

/** @throws Error when the decision is none of those that there are */
function asDecision(
  { transformConditions }: Pick<AuthorizeSources, 'transformConditions'>,
  decision: PolicyDecision | undefined,
): PermissionDecision {
  switch (decision?.result) {
    case AuthorizeResult.ALLOW:
      return true;
    case AuthorizeResult.DENY:
      return false;
    case AuthorizeResult.CONDITIONAL:
      return transformConditions(decision.conditions);
    default:
      throw new Error('The permission policy returned no decision');
  }
}
