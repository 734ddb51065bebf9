import type { NotificationParty } from '@portaldesk/plugin-tickets-common';
import { decidesInTeam, scopeOf } from '../../domain/access/access';
import {
  type FallbackLevel,
  fallbackLevels,
  fallbackParties,
} from '../../domain/notifications/fallback';
import type { OutboxNotification } from '../../store/outbox/OutboxEntry';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import { ticketAccess } from '../present';
import type { AudienceSources } from './audienceSources';
import { peopleBehind } from './peopleBehind';

/**
 * Who has to know of work on a ticket now: its assignee, and the stand-ins when
 * the assignee is away, gone or without access. Nobody for a ticket that has
 * ended.
 */
export async function standIns(
  { config, catalog, clock, absences }: AudienceSources,
  { actor }: Pick<OutboxNotification, 'actor'>,
  ticket: StoredTicket,
): Promise<NotificationParty[]> {
  if (ticket.endedAt !== null) {
    return [];
  }
  return fallbackParties(fallbackLevels(config.access, ticket), async level => {
    const able = await ableOf(level);
    // people are not notified of their own changes
    const refs = able.map(({ ref }) => ref).filter(ref => ref !== actor);
    return {
      able: refs,
      away:
        refs.length > 0
          ? await absences.findAbsent(refs, clock())
          : new Set<string>(),
      known: able.some(
        ({ ref, side, relations }) =>
          ref === actor && side === 'team' && decidesInTeam({ relations }),
      ),
    };
  });

  async function ableOf({ parties, canDo }: FallbackLevel) {
    const { people } = await peopleBehind(catalog, parties);
    return people
      .filter(({ inCatalog }) => inCatalog)
      .map(({ person }) => ({
        ref: person.ref,
        ...ticketAccess(scopeOf(config.access, person), ticket),
      }))
      .filter(canDo);
  }
}
