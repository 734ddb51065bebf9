import type { LinkType } from '@portaldesk/plugin-tickets-common';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { DeskConfig } from '../../config/DeskConfig';
import type { ChangeInProgress } from '../changeTicket';
import type { Directory } from '../Directory';
import { mayOwnTickets, teamStrategy } from './findTeam';
import type { Filing } from './openTicket';
import { refusal } from '../refusal';

/** How a ticket derives from another one. */
export interface Relationship {
  readonly link: LinkType;
  /** What of the new ticket is not as it is in the other one. */
  readonly changes: Partial<Filing['filed']>;
  /** A team that was chosen in place of the other ticket's. */
  readonly team?: string;
}

/**
 * A new ticket that derives from another one: for the same requester and about
 * the same assets, linked to it as the first of the two. It is assigned like
 * other new tickets of its team, because the assignee and the team of the other
 * ticket may be gone.
 *
 * @param directory - with the teams in question
 */
export function relatedFiling(
  config: DeskConfig,
  directory: Directory,
  ticket: StoredTicket,
  { link, changes, team: chosen }: Relationship,
): Filing {
  const routing = relatedRouting(config, directory, ticket, chosen);
  const { team } = routing;
  return {
    filed: {
      subject: ticket.subject,
      category: ticket.category,
      priority: ticket.priority,
      visibility: ticket.visibility,
      requester: ticket.requester,
      organisation: ticket.organisation,
      organisationAccess: ticket.organisationAccess,
      assets: [...ticket.assets],
      system: ticket.system,
      slaPolicy: ticket.slaPolicy,
      ...changes,
    },
    assetOwners: ticket.assetOwners,
    routing,
    assignee:
      team === null
        ? null
        : {
            strategy: teamStrategy(config, team),
            members: directory.membersOf(team),
          },
    links: [{ type: link, to: ticket }],
  };
}

/** The teams that can own a ticket that derives from this one. */
export function relatedTeams(
  { defaultTeam }: DeskConfig,
  { team }: StoredTicket,
): (string | null | undefined)[] {
  return [team, defaultTeam];
}

/** @throws ConflictError when the ticket was moved since its team was read */
export function requireSameTeam(found: StoredTicket, now: StoredTicket): void {
  if (found.team !== now.team) {
    throw refusal(
      'ticket-moved-meanwhile',
      'The ticket has just been moved to another team. Load it again.',
    );
  }
}

/** The team of the other ticket, as long as it can own tickets. */
function relatedRouting(
  config: DeskConfig,
  directory: Directory,
  { number, team }: StoredTicket,
  chosen: string | undefined,
): Filing['routing'] {
  const canOwnTickets = (group: string) =>
    directory.has(group) && mayOwnTickets(config, group);
  if (chosen !== undefined) {
    const reason = `Routed to the team that was chosen, ${chosen}.`;
    return { team: chosen, rule: 'chosen', reason };
  }
  if (team === null) {
    const reason = `Left in triage, as ${number} is.`;
    return { team, rule: 'copied', reason };
  }
  if (canOwnTickets(team)) {
    const reason = `Routed to the team of ${number}, ${team}.`;
    return { team, rule: 'copied', reason };
  }
  const passed = `Passed over the team of ${number}, ${team}: it cannot own tickets.`;
  const { defaultTeam } = config;
  return defaultTeam !== undefined && canOwnTickets(defaultTeam)
    ? {
        team: defaultTeam,
        rule: 'default-team',
        reason: `${passed} Routed to the default team, ${defaultTeam}.`,
      }
    : {
        team: null,
        rule: 'triage',
        reason: `${passed} No team was found: left in triage.`,
      };
}

/** The fields of a ticket as the event of a filing has them. */
export function filedFields({ fields }: StoredTicket) {
  return fields as NonNullable<Filing['filed']['fields']>;
}

/** Records in the history of a ticket which one derives from it. */
export function recordRelated(
  { change }: Pick<ChangeInProgress, 'change'>,
  link: LinkType,
  { id, number }: StoredTicket,
): void {
  change.record({ type: 'linked', link, outward: false, ticket: id, number });
}
