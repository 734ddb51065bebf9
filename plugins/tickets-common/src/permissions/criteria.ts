import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { TicketPerson } from '../model';
import type { StatusType, Visibility } from '../vocabulary';

/**
 * What criteria can ask about a ticket. References are canonical.
 * @public
 */
export interface TicketResource {
  /** Reference of the User whom it is for. */
  readonly requester: string;
  /** Reference of the User who filed it. */
  readonly createdBy: string;
  /** Reference of the User who took it over. */
  readonly assignee: string | null;
  /** Added people and groups, and watchers. */
  readonly people: readonly TicketPerson[];
  /** References of the Groups and Users that own its assets. */
  readonly assetOwners: readonly string[];
  /** Reference of the Group that owns it; null in triage. */
  readonly team: string | null;
  /** Id of its configured category. */
  readonly category: string | null;
  /** The type of its status; `open` for one that is no longer configured. */
  readonly statusType: StatusType;
  /** Who may see it. */
  readonly visibility: Visibility;
}

/**
 * One condition on a ticket, which any of the named values fulfils:
 *
 * - `is-requester`: the ticket is for one of them
 * - `is-participant`: one of them is requester, creator, assignee or was added
 *   to it (To, Cc). Watchers do not count: everyone who may read can become
 *   one, and would thereby gain what is for participants.
 * - `owns-asset`: one of them owns one of its assets
 * - `is-in-team`: its team is one of them
 * - `has-category`, `has-status-type`, `has-visibility`: it has one of them
 * @public
 */
export type TicketCriterion =
  | {
      readonly type:
        'is-requester' | 'is-participant' | 'owns-asset' | 'is-in-team';
      /** References of users and groups. */
      readonly claims: readonly string[];
    }
  | {
      readonly type: 'has-category';
      /** Ids of configured categories. */
      readonly categories: readonly string[];
    }
  | {
      readonly type: 'has-status-type';
      readonly statusTypes: readonly StatusType[];
    }
  | {
      readonly type: 'has-visibility';
      readonly visibilities: readonly Visibility[];
    };

/**
 * Conditions on a ticket, combined by `anyOf`, `allOf` and `not`.
 * @public
 */
export type TicketCriteria = PermissionCriteria<TicketCriterion>;

/**
 * Whether a ticket meets criteria.
 * @public
 */
export function matchesCriteria(
  criteria: TicketCriteria,
  ticket: TicketResource,
): boolean {
  if ('allOf' in criteria) {
    return criteria.allOf.every(part => matchesCriteria(part, ticket));
  }
  if ('anyOf' in criteria) {
    return criteria.anyOf.some(part => matchesCriteria(part, ticket));
  }
  if ('not' in criteria) {
    return !matchesCriteria(criteria.not, ticket);
  }
  return matchesCriterion(criteria, ticket);
}

function matchesCriterion(
  criterion: TicketCriterion,
  ticket: TicketResource,
): boolean {
  switch (criterion.type) {
    case 'is-requester':
      return criterion.claims.includes(ticket.requester);
    case 'is-participant':
      return participants(ticket).some(ref => criterion.claims.includes(ref));
    case 'owns-asset':
      return ticket.assetOwners.some(ref => criterion.claims.includes(ref));
    case 'is-in-team':
      return ticket.team !== null && criterion.claims.includes(ticket.team);
    case 'has-category':
      return (
        ticket.category !== null &&
        criterion.categories.includes(ticket.category)
      );
    case 'has-status-type':
      return criterion.statusTypes.includes(ticket.statusType);
    case 'has-visibility':
      return criterion.visibilities.includes(ticket.visibility);
    default:
      return criterion satisfies never;
  }
}

function participants(ticket: TicketResource): string[] {
  const added = ticket.people.filter(({ role }) => role !== 'watcher');
  return [
    ticket.requester,
    ticket.createdBy,
    ...(ticket.assignee === null ? [] : [ticket.assignee]),
    ...added.map(({ ref }) => ref),
  ];
}
