import type { NotificationParty } from '@portaldesk/plugin-tickets-common';
import {
  type Access,
  type AccessPolicy,
  decidesInTeam,
} from '../access/access';
import type { TicketState } from '../ticketState';
import { party } from './parties';

/** One of the levels that are asked in turn for someone who can do the work. */
export interface FallbackLevel {
  readonly parties: readonly NotificationParty[];
  /** Whether it is only asked when the levels before do not exist. */
  readonly lastResort?: boolean;
  /** Whether this access is enough for the work. */
  readonly canDo: (access: Access) => boolean;
}

/**
 * Who has to work on a ticket, starting with its assignee: a level without
 * available people hands on to the next. When neither assignee, team nor admins
 * exist, agents of other teams who may take the ticket over are last.
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

/** The people of a level. */
export interface Staffing {
  /** Those who exist and can do the work, without the actor. */
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
 * Who is notified of work in addition to the parties of the notification: level
 * by level until someone is available.
 *
 * @param staff - finds the people of a level
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
