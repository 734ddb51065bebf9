import type { NotificationParty } from '@portaldesk/plugin-tickets-common';
import {
  type Access,
  type AccessPolicy,
  decidesInTeam,
} from '../access/access';
import type { TicketState } from '../ticketState';
import { party } from './parties';

/** One of those who are asked in turn whether somebody there can do the work. */
export interface FallbackLevel {
  readonly parties: readonly NotificationParty[];
  /** Whether only those are asked who are left when nobody else exists. */
  readonly lastResort?: boolean;
  /** Whether somebody can do the work who has this access. */
  readonly canDo: (access: Access) => boolean;
}

/**
 * Who has to do the work on a ticket, from its assignee on: each hands on to
 * the next when nobody of them is there. When neither assignee, team nor admins
 * exist, agents of other teams are left who may take the ticket over.
 */
export function fallbackLevels(
  { admins, teams }: AccessPolicy,
  { assignee, team }: Pick<TicketState, 'assignee' | 'team'>,
): FallbackLevel[] {
  const levels: FallbackLevel[] = [
    { parties: party(assignee, 'assignee'), canDo: decidesInTeam },
    { parties: party(team, 'team'), canDo: decidesInTeam },
    {
      parties: admins.flatMap(ref => party(ref, 'admin')),
      canDo: decidesInTeam,
    },
    {
      parties: teams.flatMap(ref => party(ref, 'agent')),
      lastResort: true,
      canDo: ({ rights }) => rights.has('take-over'),
    },
  ];
  return levels.filter(({ parties }) => parties.length > 0);
}

/** What is known of the people of a level. */
export interface Staffing {
  /** Those who exist and can do the work, apart from who brought it about. */
  readonly able: readonly string[];
  /** Those of them who are away. */
  readonly away: ReadonlySet<string>;
  /**
   * Whether one of them knows of the work, since it is what they did. Agents of
   * other teams who did it have not got it themselves.
   */
  readonly known: boolean;
}

/**
 * Whom work is told to beside those whom its occasion concerns anyway: level
 * after level until somebody is there.
 *
 * @param staff - finds out about the people of a level
 */
export async function fallbackParties(
  levels: readonly FallbackLevel[],
  staff: (level: FallbackLevel) => Promise<Staffing>,
): Promise<NotificationParty[]> {
  const parties: NotificationParty[] = [];
  let somebodyExists = false;
  for (const level of levels) {
    if (level.lastResort && somebodyExists) {
      break;
    }
    const { able, away, known } = await staff(level);
    if (known) {
      break;
    }
    parties.push(...level.parties);
    if (able.some(ref => !away.has(ref))) {
      break;
    }
    somebodyExists ||= able.length > 0;
  }
  return parties;
}
