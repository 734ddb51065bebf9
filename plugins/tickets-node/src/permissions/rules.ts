import { createPermissionRule } from '@backstage/plugin-permission-node';
import {
  type StatusType,
  type TicketCriterion,
  type TicketResource,
  type Visibility,
  entityRefSchema,
  matchesCriteria,
  statusTypeSchema,
  visibilitySchema,
} from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';
import { ticketPermissionResourceRef } from './resourceRef';

const resourceRef = ticketPermissionResourceRef;

/** Both forms of a rule, derived from its criterion. */
function asks<TParams>(criterion: (params: TParams) => TicketCriterion) {
  return {
    apply: (ticket: TicketResource, params: TParams) =>
      matchesCriteria(criterion(params), ticket),
    toQuery: (params: TParams) => criterion(params),
  };
}

function asksForClaims(
  type: Extract<TicketCriterion, { claims: unknown }>['type'],
) {
  // the framework checks parameters, and then hands on what it was given
  return asks(({ claims }: { claims: string[] }) => ({
    type,
    claims: claims.map(ref => entityRefSchema.parse(ref)),
  }));
}

function claimsSchema(description: string) {
  return z.object({ claims: z.array(entityRefSchema).describe(description) });
}

/**
 * Permits what concerns tickets that are for one of the claims.
 * @public
 */
export const isRequester = createPermissionRule({
  resourceRef,
  name: 'IS_REQUESTER',
  description: 'Allow tickets whose requester is one of the claims',
  paramsSchema: claimsSchema('References of users'),
  ...asksForClaims('is-requester'),
});

/**
 * Permits what concerns tickets in which one of the claims takes part as
 * requester, creator, assignee, or by being added (To, Cc). Watchers do not.
 * @public
 */
export const isParticipant = createPermissionRule({
  resourceRef,
  name: 'IS_PARTICIPANT',
  description:
    'Allow tickets of which one of the claims is requester, creator or assignee, or to which one was added',
  paramsSchema: claimsSchema('References of users and groups'),
  ...asksForClaims('is-participant'),
});

/**
 * Permits what concerns tickets about an asset that one of the claims owns.
 * @public
 */
export const ownsAsset = createPermissionRule({
  resourceRef,
  name: 'OWNS_ASSET',
  description: 'Allow tickets about an asset that one of the claims owns',
  paramsSchema: claimsSchema('References of users and groups'),
  ...asksForClaims('owns-asset'),
});

/**
 * Permits what concerns tickets of a team that is one of the claims.
 * @public
 */
export const isInTeam = createPermissionRule({
  resourceRef,
  name: 'IS_IN_TEAM',
  description: 'Allow tickets whose team is one of the claims',
  paramsSchema: claimsSchema('References of groups'),
  ...asksForClaims('is-in-team'),
});

/**
 * Permits what concerns tickets in one of these categories.
 * @public
 */
export const hasCategory = createPermissionRule({
  resourceRef,
  name: 'HAS_CATEGORY',
  description: 'Allow tickets in one of the categories',
  paramsSchema: z.object({
    categories: z.array(z.string()).describe('Ids of configured categories'),
  }),
  ...asks(({ categories }: { categories: string[] }) => ({
    type: 'has-category',
    categories,
  })),
});

/**
 * Permits what concerns tickets whose status is of one of these types.
 * @public
 */
export const hasStatusType = createPermissionRule({
  resourceRef,
  name: 'HAS_STATUS_TYPE',
  description: 'Allow tickets whose status is of one of the types',
  paramsSchema: z.object({
    statusTypes: z.array(statusTypeSchema).describe('Types of statuses'),
  }),
  ...asks(({ statusTypes }: { statusTypes: StatusType[] }) => ({
    type: 'has-status-type',
    statusTypes,
  })),
});

/**
 * Permits what concerns tickets of one of these visibilities.
 * @public
 */
export const hasVisibility = createPermissionRule({
  resourceRef,
  name: 'HAS_VISIBILITY',
  description: 'Allow tickets of one of the visibilities',
  paramsSchema: z.object({
    visibilities: z.array(visibilitySchema).describe('Visibilities'),
  }),
  ...asks(({ visibilities }: { visibilities: Visibility[] }) => ({
    type: 'has-visibility',
    visibilities,
  })),
});

/**
 * The rules that come with the desk.
 * @public
 */
export const ticketPermissionRules = {
  isRequester,
  isParticipant,
  ownsAsset,
  isInTeam,
  hasCategory,
  hasStatusType,
  hasVisibility,
};
