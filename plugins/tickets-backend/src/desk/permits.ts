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
import type { Permit, Permits } from '../domain/access/permits';
import type { Statuses } from '../domain/statuses';
import type { Caller } from './Caller';
import type { KeptAnswers } from './KeptAnswers';
import { serviceAnswer } from './serviceAnswer';

/** What the permission framework decides for somebody. */
export interface CallerPermits {
  /** Undefined when it narrows nothing at the desk. */
  readonly permits: Permits | undefined;
  readonly readsWholeCatalog: boolean;
}

/**
 * Finds out what the permission framework decides for a caller.
 *
 * @throws UnavailableError when it gives no answer that can be used: nothing is
 *   wrong with the caller's request then
 */
export type AskForPermits = (caller: Caller) => Promise<CallerPermits>;

/** What it takes to ask the permission framework. */
export interface PermitSource {
  readonly permissions: PermissionsService;
  /** Turns the conditions of a decision into criteria. */
  readonly transformConditions: ConditionTransformer<TicketCriterion>;
  readonly statuses: Statuses;
  /** By session of the caller. */
  readonly kept: KeptAnswers<CallerPermits>;
}

/**
 * Asks the permission framework for every permission of the desk at once, and
 * keeps what it decides for a short time. It has no way to tell when a policy
 * decides otherwise, and every answer costs requests to other plugins.
 */
export function permitsFrom(source: PermitSource): AskForPermits {
  const ask = (caller: Caller) =>
    serviceAnswer('permissions', () => decisionsFor(source, caller));
  return caller =>
    caller.session === undefined
      ? ask(caller)
      : source.kept.get(caller.session, () => ask(caller));
}

async function decisionsFor(
  { permissions, statuses, ...source }: PermitSource,
  { credentials }: Caller,
): Promise<CallerPermits> {
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
      ({ name }, index) => [name, asPermit(source, decided[index])],
    ),
  );
  const all = [...decisions.values()].every(permit => permit === true);
  return {
    permits: all ? undefined : { decisions, statuses },
    readsWholeCatalog: onCatalog.result === AuthorizeResult.ALLOW,
  };
}

/** @throws Error when the decision is none of those that there are */
function asPermit(
  { transformConditions }: Pick<PermitSource, 'transformConditions'>,
  decision: PolicyDecision | undefined,
): Permit {
  switch (decision?.result) {
    case AuthorizeResult.ALLOW:
      return true;
    case AuthorizeResult.DENY:
      return false;
    case AuthorizeResult.CONDITIONAL:
      return transformConditions(decision.conditions);
    default:
      throw new Error('The permission policy decided neither yes nor no');
  }
}
