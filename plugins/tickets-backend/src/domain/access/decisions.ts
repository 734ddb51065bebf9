import {
  type TicketCriteria,
  matchesCriteria,
} from '@portaldesk/plugin-tickets-common';
import type { Statuses } from '../statuses';
import { type TicketFacts, asResource } from './ticketFacts';

/** Yes, no, or on which tickets. */
export type PermissionDecision = boolean | TicketCriteria;

/** What the permission framework decided for a person. */
export interface PermissionDecisions {
  /** By name of the permission; a missing one is denied. */
  readonly byPermission: ReadonlyMap<string, PermissionDecision>;
  /** What criteria on status types are about. */
  readonly statuses: Statuses;
}

type Named = { readonly name: string };

/**
 * The decision on one permission.
 *
 * @param decisions - undefined where the framework was not asked; then
 *   everything is allowed
 */
export function decisionOn(
  decisions: PermissionDecisions | undefined,
  permission: Named,
): PermissionDecision {
  return decisions
    ? (decisions.byPermission.get(permission.name) ?? false)
    : true;
}

/** Whether a permission that is about no ticket is given. */
export function isPermitted(
  decisions: PermissionDecisions | undefined,
  permission: Named,
): boolean {
  return decisionOn(decisions, permission) === true;
}

/** Whether permissions are given on this ticket, all of them. */
export function arePermittedOn(
  decisions: PermissionDecisions | undefined,
  permissions: readonly Named[],
  ticket: TicketFacts,
): boolean {
  return permissions.every(permission => {
    const decision = decisionOn(decisions, permission);
    return decisions && typeof decision !== 'boolean'
      ? matchesCriteria(decision, asResource(decisions.statuses, ticket))
      : decision;
  });
}
