import {
  ANONYMOUS_REPORTER_PREFIX,
  type TicketCriteria,
  type TicketCriterion,
  personRoleSchema,
  statusTypeSchema,
  visibilitySchema,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import { noDeadlines } from '../domain/sla/deadlines';
import { Statuses } from '../domain/statuses';
import type { StoredTicket } from '../store/tickets/StoredTicket';

export const people = ['user:default/a', 'user:default/b', 'user:default/c'];
export const groups = ['group:default/x', 'group:default/y', 'group:default/z'];
/** A person who reported anonymously, and belongs to no group. */
export const reporter = `${ANONYMOUS_REPORTER_PREFIX}r`;
const everybody = [...people, ...groups];
export const categories = ['incident', 'question'];

/** Two statuses of one type, and no type without a status but `postponed`. */
export const statuses = new Statuses([
  { id: 'new', title: 'New', type: 'new', portalStatus: 'in-progress' },
  { id: 'doing', title: 'Doing', type: 'open', portalStatus: 'in-progress' },
  { id: 'trying', title: 'Trying', type: 'open', portalStatus: 'in-progress' },
  {
    id: 'asked',
    title: 'Asked',
    type: 'waiting-requester',
    portalStatus: 'answer-expected',
  },
  {
    id: 'elsewhere',
    title: 'Elsewhere',
    type: 'waiting-internal',
    portalStatus: 'in-progress',
  },
  { id: 'done', title: 'Done', type: 'solved', portalStatus: 'closed' },
  { id: 'closed', title: 'Closed', type: 'closed', portalStatus: 'closed' },
]);

export const ticketArbitrary = fc.record({
  requester: fc.constantFrom(...people, reporter),
  createdBy: fc.constantFrom(...people, reporter),
  assignee: fc.constantFrom(null, ...people),
  organisation: fc.constantFrom(null, ...groups),
  organisationAccess: fc.boolean(),
  team: fc.constantFrom(null, ...groups),
  visibility: fc.constantFrom(...visibilitySchema.options),
  category: fc.constantFrom(null, ...categories),
  status: fc.constantFrom(
    'configured-no-more',
    ...statuses.all.map(({ id }) => id),
  ),
  people: fc.uniqueArray(
    fc.record({
      ref: fc.constantFrom(...everybody),
      role: fc.constantFrom(...personRoleSchema.options),
    }),
    { maxLength: 3, selector: ({ ref, role }) => `${role} ${ref}` },
  ),
  owners: fc.array(fc.constantFrom(null, people[0], ...groups), {
    maxLength: 2,
  }),
});

/** Tickets among few people and groups, so that they are often related. */
export const ticketsArbitrary: fc.Arbitrary<StoredTicket[]> = fc
  .array(ticketArbitrary, { minLength: 1, maxLength: 12 })
  .map(sketches => sketches.map(stored));

/** The ticket of this number, with nothing but these facts. */
export function stored(
  {
    owners,
    ...facts
  }: typeof ticketArbitrary extends fc.Arbitrary<infer T> ? T : never,
  index: number,
): StoredTicket {
  const at = new Date(Date.UTC(2026, 0, 1, 0, 0, index));
  const assets = owners.map((_, position) => `component:default/${position}`);
  return {
    ...facts,
    id: `id-${index}`,
    number: `T${index}`,
    version: 1,
    internalChanges: 0,
    subject: 'Subject',
    priority: 'normal',
    channel: 'portal',
    fields: {},
    tags: [],
    system: null,
    slaPolicy: null,
    notifyRequester: true,
    entities: [],
    createdAt: at,
    updatedAt: at,
    updatedBy: facts.createdBy,
    changedBy: facts.createdBy,
    activeAt: at,
    endedAt: null,
    postponedUntil: null,
    archivedAt: null,
    mergedInto: null,
    rating: null,
    assets,
    assetOwners: Object.fromEntries(
      assets.map((ref, position) => [ref, owners[position]]),
    ),
    deadlines: noDeadlines,
  };
}

/** Parameters for each rule of the permission framework. */
export const ruleParams = {
  claims: fc.record({ claims: fc.subarray(everybody) }),
  categories: fc.record({ categories: fc.subarray(categories) }),
  statusTypes: fc.record({
    statusTypes: fc.subarray([...statusTypeSchema.options]),
  }),
  visibilities: fc.record({
    visibilities: fc.subarray([...visibilitySchema.options]),
  }),
};

const criterionArbitrary: fc.Arbitrary<TicketCriterion> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        'is-requester' as const,
        'is-participant' as const,
        'owns-asset' as const,
        'is-in-team' as const,
      ),
      ruleParams.claims,
    )
    .map(([type, params]) => ({ type, ...params })),
  ruleParams.categories.map(params => ({
    type: 'has-category' as const,
    ...params,
  })),
  ruleParams.statusTypes.map(params => ({
    type: 'has-status-type' as const,
    ...params,
  })),
  ruleParams.visibilities.map(params => ({
    type: 'has-visibility' as const,
    ...params,
  })),
);

const criteriaTree = fc.letrec<{ criteria: TicketCriteria }>(tie => {
  const parts = fc.tuple(tie('criteria'), tie('criteria'));
  return {
    criteria: fc.oneof(
      { maxDepth: 3 },
      criterionArbitrary,
      fc.record({ not: tie('criteria') }),
      fc.record({ allOf: parts }),
      fc.record({ anyOf: parts }),
    ),
  };
});

/** Criteria of every shape. */
export const criteriaArbitrary = criteriaTree.criteria;
