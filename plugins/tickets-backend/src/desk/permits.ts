import type { PermissionsService } from '@backstage/backend-plugin-api';
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

/**
 * Finds out what the permission framework decides for a caller.
 *
 * @returns undefined when it narrows nothing
 * @throws Error when it gives no answer that can be used: nothing is wrong with
 *   the caller's request then
 */
export type AskForPermits = (caller: Caller) => Promise<Permits | undefined>;

/** What it takes to ask the permission framework. */
export interface PermitSource {
  readonly permissions: PermissionsService;
  /** Turns the conditions of a decision into criteria. */
  readonly transformConditions: ConditionTransformer<TicketCriterion>;
  readonly statuses: Statuses;
  /** By session of the caller. */
  readonly kept: KeptAnswers<Permits | undefined>;
}

/**
 * Asks the permission framework for every permission of the desk at once, and
 * keeps what it decides for a short time. It has no way to tell when a policy
 * decides otherwise, and every answer costs requests to other plugins.
 */
export function permitsFrom(source: PermitSource): AskForPermits {
  const ask = async (caller: Caller) => {
    try {
      const decisions = await decisionsFor(source, caller);
      return [...decisions.values()].every(permit => permit === true)
        ? undefined
        : { decisions, statuses: source.statuses };
    } catch (cause) {
      throw new Error('The permissions of the caller could not be found out', {
        cause,
      });
    }
  };
  return caller =>
    caller.session === undefined
      ? ask(caller)
      : source.kept.get(caller.session, () => ask(caller));
}

async function decisionsFor(
  source: PermitSource,
  { credentials }: Caller,
): Promise<Map<string, Permit>> {
  const [onDesk, onTickets] = await Promise.all([
    source.permissions.authorize(
      deskPermissions.map(permission => ({ permission })),
      { credentials },
    ),
    source.permissions.authorizeConditional(
      ticketResourcePermissions.map(permission => ({ permission })),
      { credentials },
    ),
  ]);
  const decisions = [...onDesk, ...onTickets];
  return new Map(
    [...deskPermissions, ...ticketResourcePermissions].map(
      ({ name }, index) => [name, asPermit(source, decisions[index])],
    ),
  );
}

function asPermit(source: PermitSource, decision: PolicyDecision): Permit {
  return decision.result === AuthorizeResult.CONDITIONAL
    ? source.transformConditions(decision.conditions)
    : decision.result === AuthorizeResult.ALLOW;
}
