import type {
  Side,
  StatusType,
  TicketAction,
  Visibility,
} from '@portaldesk/plugin-tickets-common';
import { isEnded, ticketActionSchema } from '@portaldesk/plugin-tickets-common';

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

/** What access depends on. */
export interface TicketFacts {
  readonly requester: string;
  readonly createdBy: string;
  readonly organisation: string | null;
  readonly team: string | null;
  readonly assignee: string | null;
  readonly visibility: Visibility;
  readonly assetOwners: readonly string[];
}

/** What somebody may come to see; the store turns it into SQL. */
export interface Scope {
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

const teamActions: readonly TicketAction[] = ticketActionSchema.options;

const requesterRights: Rights = {
  sees: ['public', 'confidential'],
  actions: ['reply', 'edit', 'close', 'reopen'],
  inside: false,
};

const bystanderRights: Rights = {
  sees: ['public'],
  actions: ['reply'],
  inside: false,
};

/** The table "Access" of the desk's rules: what follows from each relation. */
const rightsOf: Readonly<Record<Relation, Rights>> = {
  requester: requesterRights,
  creator: requesterRights,
  organisation: bystanderRights,
  'asset-owner': bystanderRights,
  team: { sees: everyVisibility, actions: teamActions, inside: true },
  'other-team': {
    sees: ['public', 'internal'],
    actions: ['reply', 'note', 'take-over', 'hand-over'],
    inside: true,
  },
  admin: { sees: everyVisibility, actions: teamActions, inside: true },
};

/** The groups of a person that can own tickets. */
export function teamsOf(policy: AccessPolicy, person: Person): string[] {
  return policy.teams.length > 0
    ? policy.teams.filter(team => person.belongsTo.has(team))
    : [...person.belongsTo].filter(ref => ref.startsWith('group:'));
}

/**
 * What a person may come to see. Where no teams are configured every group is
 * a team, so there "all agents" would mean everybody: agents then see the
 * tickets of their own groups only, and triage is for admins.
 */
export function scopeOf(policy: AccessPolicy, person: Person): Scope {
  const agent = teamsOf(policy, person).length > 0;
  const teamsAreNamed = policy.teams.length > 0;
  return {
    person,
    agent,
    admin: policy.admins.some(ref => person.belongsTo.has(ref)),
    otherTeams: agent && teamsAreNamed && policy.agentsSee === 'all',
    triage: agent && teamsAreNamed,
  };
}

/**
 * How a person stands to a ticket. Their own ticket is no other team's ticket
 * to them, so that an agent who asks another team sees no notes on it.
 */
export function relationsTo(scope: Scope, ticket: TicketFacts): Relation[] {
  const { person } = scope;
  const belongs = (ref: string | null) =>
    ref !== null && person.belongsTo.has(ref);
  const relations: [Relation, boolean][] = [
    ['requester', ticket.requester === person.ref],
    ['creator', ticket.createdBy === person.ref],
    ['organisation', belongs(ticket.organisation)],
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

/** What somebody may do to a ticket, whatever state the ticket is in. */
export interface Access {
  readonly read: boolean;
  readonly inside: boolean;
  readonly side: Side;
  readonly rights: ReadonlySet<TicketAction>;
  readonly relations: readonly Relation[];
}

/** The one decision on access, from which every route and list follows. */
export function accessTo(scope: Scope, ticket: TicketFacts): Access {
  const relations = relationsTo(scope, ticket).filter(relation =>
    rightsOf[relation].sees.includes(ticket.visibility),
  );
  const inside = relations.some(relation => rightsOf[relation].inside);
  return {
    read: relations.length > 0,
    inside,
    side: inside && !relations.includes('requester') ? 'team' : 'requester',
    rights: new Set(relations.flatMap(relation => rightsOf[relation].actions)),
    relations,
  };
}

/** Whether somebody decides who in the ticket's team works on it. */
export function decidesInTeam({ relations }: Access): boolean {
  return relations.includes('team') || relations.includes('admin');
}

/** What the state of a ticket leaves of somebody's rights. */
export interface TicketSituation {
  readonly type: StatusType;
  readonly assignee: string | null;
  /** Whether any status may follow the present one. */
  readonly canChangeStatus: boolean;
  readonly canClose: boolean;
  readonly canReopen: boolean;
}

/**
 * The rights that can be used on the ticket as it stands. A reply to an ended
 * ticket by the requester's side reopens it, so that those who are only on that
 * side need the right to reopen; they edit only what nobody has begun to work
 * on.
 */
export function allowedActions(
  access: Access,
  person: Person,
  situation: TicketSituation,
): TicketAction[] {
  const { rights } = access;
  const ended = isEnded(situation.type);
  const inTeam = rights.has('classify');
  const usable: Record<TicketAction, boolean> = {
    reply:
      !ended || access.inside || (rights.has('reopen') && situation.canReopen),
    note: true,
    edit: inTeam || situation.type === 'new',
    classify: true,
    'take-over': !ended && situation.assignee !== person.ref,
    'hand-over': !ended,
    'change-status': situation.canChangeStatus,
    close: situation.type !== 'closed' && situation.canClose,
    reopen: ended && situation.canReopen,
  };
  return [...rights].filter(action => usable[action]);
}
