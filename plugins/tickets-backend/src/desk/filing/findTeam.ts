import type { FileTicketRequest } from '@portaldesk/plugin-tickets-common';
import type { DeskConfig } from '../../config/DeskConfig';
import {
  type RoutedTicket,
  type RoutingDecision,
  matchingRule,
  route,
  teamsInQuestion,
} from '../../domain/routing/routing';
import type { Directory } from '../Directory';
import type { DeskContext } from '../context';
import { InvalidRequestError, issueAt } from '../errors';
import type { Filing } from './openTicket';

/** The team of a new ticket, and who watches it. */
export interface FoundTeam {
  readonly routing: RoutingDecision;
  readonly assignee: Filing['assignee'];
  /** The watchers of the rule that are in the catalog. */
  readonly watchers: readonly string[];
}

/**
 * Routes a ticket, and finds out who of the team can get it.
 *
 * @param chosen - what an agent decided in place of the rules
 * @throws InvalidRequestError at `team` or `assignee`
 */
export async function findTeam(
  { config, catalog }: DeskContext,
  ticket: RoutedTicket,
  chosen: Pick<FileTicketRequest, 'assignee'>,
): Promise<FoundTeam> {
  const rule = matchingRule(ticket, config.routing);
  const directory = await catalog.directory([
    ...teamsInQuestion(ticket, config.routing).filter(isGroup),
    ...(rule?.then.watchers ?? []),
    chosen.assignee,
  ]);
  const canOwnTickets = (group: string) =>
    isGroup(group) && directory.has(group) && mayOwnTickets(config, group);
  if (ticket.chosenTeam !== undefined && !canOwnTickets(ticket.chosenTeam)) {
    throw new InvalidRequestError([
      issueAt(
        'team',
        `${ticket.chosenTeam} cannot own tickets`,
        'cannot-own-tickets',
      ),
    ]);
  }
  const routing = route({ ...ticket, canOwnTickets }, config.routing);
  return {
    routing,
    assignee: chosen.assignee
      ? memberOf(directory, routing.team, chosen.assignee)
      : strategyOf(config, directory, routing),
    watchers: (rule?.then.watchers ?? []).filter(ref => directory.has(ref)),
  };
}

/** Assets can be owned by users, and an annotation can name anything. */
function isGroup(ref: string): boolean {
  return ref.startsWith('group:');
}

/** Whether a group is among those that can own tickets. */
export function mayOwnTickets(
  { access: { teams } }: DeskConfig,
  group: string,
): boolean {
  return teams.length === 0 || teams.includes(group);
}

/**
 * Checks that a person can be assigned tickets of a team.
 *
 * @throws InvalidRequestError at `assignee`
 */
export function memberOf(
  directory: Directory,
  team: string | null,
  assignee: string,
): string {
  if (team === null) {
    throw new InvalidRequestError([
      issueAt(
        'assignee',
        'a ticket in triage needs a team before it can have an assignee',
        'team-required',
      ),
    ]);
  }
  if (!directory.groupsOf(assignee)?.includes(team)) {
    throw new InvalidRequestError([
      issueAt(
        'assignee',
        `${assignee} is not a member of ${team}`,
        'not-in-team',
        { team },
      ),
    ]);
  }
  return assignee;
}

function strategyOf(
  config: DeskConfig,
  directory: Directory,
  { team, outcome }: RoutingDecision,
): Filing['assignee'] {
  return team === null
    ? null
    : {
        strategy: outcome.assign ?? teamStrategy(config, team),
        members: directory.membersOf(team),
      };
}

/** Who gets a ticket of a team that no rule assigns. */
export function teamStrategy({ teams }: DeskConfig, team: string) {
  return teams.find(({ group }) => group === team)?.assign ?? 'none';
}
