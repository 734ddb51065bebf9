import type { LinkType } from '@portaldesk/plugin-tickets-common';
import type { StoredTicket } from '../store/TicketStore';
import type { DeskConfig } from '../config/DeskConfig';
import type { ChangeInProgress } from './changeTicket';
import type { Directory } from './Directory';
import { teamStrategy } from './findTeam';
import type { Filing } from './openTicket';

/** How a ticket comes from another one. */
export interface Relationship {
  readonly link: LinkType;
  /** What of the new ticket is not as it is in the other one. */
  readonly changes: Partial<Filing['filed']>;
  /** A team that was chosen in place of the other ticket's. */
  readonly team?: string;
}

/**
 * A new ticket that comes from another one: for the same requester and about
 * the same things, linked to it as the first of the two. It is assigned as new
 * tickets of its team are: whoever had the other ticket may be gone.
 *
 * @param directory - has read the team
 */
export function relatedFiling(
  config: DeskConfig,
  directory: Directory,
  ticket: StoredTicket,
  { link, changes, team: chosen }: Relationship,
): Filing {
  const team = chosen ?? ticket.team;
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
    routing:
      chosen === undefined
        ? { team, rule: 'copied', reason: copiedReason(ticket) }
        : {
            team,
            rule: 'chosen',
            reason: `Routed to the team that was chosen, ${chosen}.`,
          },
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

function copiedReason({ number, team }: StoredTicket): string {
  return team === null
    ? `Left in triage, as ${number} is.`
    : `Routed to the team of ${number}, ${team}.`;
}

/** The fields of a ticket as the event of a filing has them. */
export function filedFields({ fields }: StoredTicket) {
  return fields as NonNullable<Filing['filed']['fields']>;
}

/** Tells the history of a ticket of the one that comes from it. */
export function recordRelated(
  { change }: Pick<ChangeInProgress, 'change'>,
  link: LinkType,
  { id, number }: StoredTicket,
): void {
  change.record({ type: 'linked', link, outward: false, ticket: id, number });
}
