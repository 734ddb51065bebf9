import {
  type TicketCriteria,
  matchesCriteria,
} from '@portaldesk/plugin-tickets-common';
import type { Statuses } from '../statuses';
import { type TicketFacts, asResource } from './ticketFacts';

/** Yes, no, or on which tickets. */
export type Permit = boolean | TicketCriteria;

/** What the permission framework decided for somebody. */
export interface Permits {
  /** By name of the permission; what is missing is not permitted. */
  readonly decisions: ReadonlyMap<string, Permit>;
  /** What criteria on status types are about. */
  readonly statuses: Statuses;
}

type Named = { readonly name: string };

/**
 * The decision on one permission.
 *
 * @param permits - undefined where nobody asked the framework, which then
 *   narrows nothing
 */
export function permitOf(
  permits: Permits | undefined,
  permission: Named,
): Permit {
  return permits ? (permits.decisions.get(permission.name) ?? false) : true;
}

/** Whether a permission that is about no ticket is given. */
export function isPermitted(
  permits: Permits | undefined,
  permission: Named,
): boolean {
  return permitOf(permits, permission) === true;
}

/** Whether permissions are given on this ticket, all of them. */
export function arePermittedOn(
  permits: Permits | undefined,
  permissions: readonly Named[],
  ticket: TicketFacts,
): boolean {
  return permissions.every(permission => {
    const permit = permitOf(permits, permission);
    return permits && typeof permit !== 'boolean'
      ? matchesCriteria(permit, asResource(permits.statuses, ticket))
      : permit;
  });
}
