import {
  type Side,
  type TicketAction,
  type Visibility,
  deskAdministerPermission,
  permissionsOfAction,
  ticketActionSchema,
  ticketReadPermission,
} from '@portaldesk/plugin-tickets-common';
import {
  type PermissionDecisions,
  arePermittedOn,
  isPermitted,
} from './decisions';
import type { TicketFacts } from './ticketFacts';

export type { TicketFacts } from './ticketFacts';

/** Who can be what at this desk. */
export interface AccessPolicy {
  /** Users and groups that administer the desk. */
  readonly admins: readonly string[];
  /** Groups that can own tickets; empty: every group can. */
  readonly teams: readonly string[];
  /** Whether agents see the tickets of other teams. */
  readonly agentsSee: 'all' | 'own-team';
}

/** A person with all that they belong to, as canonical references. */
export interface Person {
  readonly ref: string;
  /** The person's own reference and those of their groups. */
  readonly belongsTo: ReadonlySet<string>;
}

/** What scopes of the same person can differ in. */
export interface ScopeOptions {
  /** What the permission framework decided; undefined: it narrows nothing. */
  readonly decisions?: PermissionDecisions;
  /** When it is; undefined: no ticket ended too long ago to be reopened. */
  readonly now?: Date;
}

/** What a person may see; the store translates it to SQL. */
export interface Scope extends ScopeOptions {
  readonly person: Person;
  readonly admin: boolean;
  /** Whether the person belongs to any group that can own tickets. */
  readonly agent: boolean;
  /** Whether tickets of teams other than the person's own can be seen. */
  readonly otherTeams: boolean;
  /** Whether tickets that have no team yet can be seen. */
  readonly triage: boolean;
}

export type Relation =
  | 'requester'
  | 'creator'
  | 'to'
  | 'cc'
  | 'organisation'
  | 'asset-owner'
  | 'team'
  | 'other-team'
  | 'admin';

interface Rights {
  readonly sees: readonly Visibility[];
  readonly actions: readonly TicketAction[];
  /** Sees notes, internal statuses and how the ticket was routed. */
  readonly inside: boolean;
}

const everyVisibility: readonly Visibility[] = [
  'public',
  'confidential',
  'internal',
];

const creatorRights: Rights = {
  sees: ['public', 'confidential'],
  actions: ['reply', 'edit', 'close', 'reopen', 'watch', 'share'],
  inside: false,
};

const bystanderRights: Rights = {
  sees: ['public'],
  actions: ['reply', 'watch'],
  inside: false,
};

const adminRights: Rights = {
  sees: everyVisibility,
  actions: ticketActionSchema.options.filter(action => action !== 'rate'),
  inside: true,
};

/**
 * What each relation to a ticket allows.
 *
 * - The requester and the person who filed the ticket reply, close and reopen
 *   it, decide who else has access, and edit it while it is new; only the
 *   requester rates.
 * - Added people and groups take part in the conversation; those in To also
 *   close and reopen.
 * - The requester's organisation, until its access is revoked, and the owners
 *   of the assets take part in public tickets.
 * - The ticket's team does everything except rate and delete, admins everything
 *   except rate.
 * - Other teams take part internally, and may take the ticket over or move it.
 *
 * Everyone who may read may watch; watching gives no access.
 */
const rightsOf: Readonly<Record<Relation, Rights>> = {
  requester: {
    ...creatorRights,
    actions: [...creatorRights.actions, 'rate'],
  },
  creator: creatorRights,
  to: {
    sees: ['public', 'confidential'],
    actions: ['reply', 'close', 'reopen', 'watch'],
    inside: false,
  },
  cc: {
    sees: ['public', 'confidential'],
    actions: ['reply', 'watch'],
    inside: false,
  },
  organisation: bystanderRights,
  'asset-owner': bystanderRights,
  team: {
    ...adminRights,
    actions: adminRights.actions.filter(action => action !== 'delete'),
  },
  'other-team': {
    sees: ['public', 'internal'],
    actions: ['reply', 'note', 'take-over', 'hand-over', 'watch'],
    inside: true,
  },
  admin: adminRights,
};

/** The groups of a person that can own tickets. */
export function teamsOf(policy: AccessPolicy, person: Person): string[] {
  return policy.teams.length > 0
    ? policy.teams.filter(team => person.belongsTo.has(team))
    : [...person.belongsTo].filter(ref => ref.startsWith('group:'));
}

/**
 * What a person may see. Without configured teams every group is a team, so
 * "all agents" would mean everyone: agents then see the tickets of their own
 * groups only, and triage is for admins.
 */
export function scopeOf(
  policy: AccessPolicy,
  person: Person,
  options: ScopeOptions = {},
): Scope {
  const agent = teamsOf(policy, person).length > 0;
  const teamsAreNamed = policy.teams.length > 0;
  return {
    ...options,
    person,
    agent,
    admin:
      policy.admins.some(ref => person.belongsTo.has(ref)) &&
      isPermitted(options.decisions, deskAdministerPermission),
    otherTeams: agent && teamsAreNamed && policy.agentsSee === 'all',
    triage: agent && teamsAreNamed,
  };
}

/**
 * The relations of a person to a ticket. For its requester, a ticket does not
 * count as one of another team, so that agents who ask another team do not see
 * its notes.
 */
export function relationsTo(scope: Scope, ticket: TicketFacts): Relation[] {
  const { person } = scope;
  const belongs = (ref: string | null) =>
    ref !== null && person.belongsTo.has(ref);
  const isAdded = (as: 'to' | 'cc') =>
    ticket.people.some(({ ref, role }) => role === as && belongs(ref));
  const relations: [Relation, boolean][] = [
    ['requester', ticket.requester === person.ref],
    ['creator', ticket.createdBy === person.ref],
    ['to', isAdded('to')],
    ['cc', isAdded('cc')],
    ['organisation', ticket.organisationAccess && belongs(ticket.organisation)],
    ['asset-owner', ticket.assetOwners.some(belongs)],
    ['team', belongs(ticket.team)],
    [
      'other-team',
      ticket.requester !== person.ref &&
        (ticket.team === null ? scope.triage : scope.otherTeams),
    ],
    ['admin', scope.admin],
  ];
  return relations.filter(([, holds]) => holds).map(([relation]) => relation);
}

/** What a person may do to a ticket, regardless of its state. */
export interface Access {
  readonly read: boolean;
  readonly inside: boolean;
  readonly side: Side;
  readonly rights: ReadonlySet<TicketAction>;
  readonly relations: readonly Relation[];
}

/**
 * The one decision on access, from which every route and list follows: what
 * the relations allow, as far as the permission framework permits it.
 *
 * Who may read is written in three more forms, which property tests hold
 * together: `readersOf` is its inverse, and `store/access/visibility.ts` has it
 * in SQL, as one condition and as branches that each follow an index.
 */
export function accessTo(scope: Scope, ticket: TicketFacts): Access {
  const relations = arePermittedOn(
    scope.decisions,
    [ticketReadPermission],
    ticket,
  )
    ? seeingRelations(scope, ticket)
    : [];
  const inside = relations.some(relation => rightsOf[relation].inside);
  const actions = relations
    .flatMap(relation => rightsOf[relation].actions)
    .filter(action =>
      arePermittedOn(scope.decisions, permissionsOfAction[action], ticket),
    );
  return {
    read: relations.length > 0,
    inside,
    side: inside && !relations.includes('requester') ? 'team' : 'requester',
    rights: new Set(actions),
    relations,
  };
}

/** The relations of a person through which they see the ticket. */
function seeingRelations(scope: Scope, ticket: TicketFacts): Relation[] {
  return relationsTo(scope, ticket).filter(relation =>
    rightsOf[relation].sees.includes(ticket.visibility),
  );
}

/** Whether a person decides who in the ticket's team works on it. */
export function decidesInTeam({
  relations,
}: Pick<Access, 'relations'>): boolean {
  return relations.includes('team') || relations.includes('admin');
}
