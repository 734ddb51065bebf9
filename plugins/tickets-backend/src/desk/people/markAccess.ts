import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { scopeOf } from '../../domain/access/access';
import type { DeskContext } from '../context';
import { ticketAccess } from '../present';
import type { ReadableTicket } from '../readableTicket';

/**
 * Marks the people of a ticket who cannot read it, for callers who decide who
 * takes part. The permission framework is not asked, because it needs the
 * credentials of the person. While the catalog is unavailable, nobody is
 * marked.
 *
 * @param shown - the ticket as the caller sees it
 */
export async function withAccessMarked<Shown extends Pick<Ticket, 'people'>>(
  { config, catalog, throttledLogger }: DeskContext,
  { ticket, access }: Pick<ReadableTicket, 'ticket' | 'access'>,
  shown: Shown,
): Promise<Shown> {
  if (shown.people.length === 0 || !access.rights.has('share')) {
    return shown;
  }
  try {
    const directory = await catalog.directory(
      shown.people.map(({ ref }) => ref),
    );
    const reads = (ref: string) =>
      ticketAccess(scopeOf(config.access, directory.belongings(ref)), ticket)
        .read;
    return {
      ...shown,
      people: shown.people.map(person =>
        reads(person.ref) ? person : { ...person, canRead: false as const },
      ),
    };
  } catch (error) {
    throttledLogger.warn(
      'people-access',
      'Could not check which people of tickets can read them',
      error,
    );
    return shown;
  }
}
