import type {
  NoticeParty,
  NoticeRole,
} from '@portaldesk/plugin-tickets-common';
import type { NoticeRecipient } from '@portaldesk/plugin-tickets-node';
import { type Person, accessTo, scopeOf } from '../../domain/access/access';
import { merge } from '../../domain/telling/parties';
import { isTold, isToldOfLoss } from '../../domain/telling/tellable';
import type { OutboxEntry } from '../../store/OutboxStore';
import type { StoredTicket, TicketStore } from '../../store/TicketStore';
import type { DeskContext } from '../context';
import { ticketAccess } from '../present';
import { peopleBehind } from './peopleBehind';
import { standIns } from './standIns';

/** Whom a notice reaches at this moment. */
export interface ResolvedAudience {
  readonly recipients: NoticeRecipient[];
  /** The parties it was meant for, as far as they may still be told. */
  readonly audience: NoticeParty[];
}

/** Where it is looked up whom a notice reaches. */
export interface AudienceSources extends Pick<DeskContext, 'config' | 'clock'> {
  readonly catalog: Pick<DeskContext['catalog'], 'directory'>;
  readonly tickets: Pick<TicketStore, 'findTicket'>;
  readonly absences: Pick<TicketStore['absences'], 'findAbsent'>;
}

type Told = Pick<OutboxEntry, 'notice' | 'ticketId'>;

const nobody: ResolvedAudience = { recipients: [], audience: [] };

/**
 * Finds the people behind the parties of a notice, and leaves out everybody who
 * may not read the ticket as it stands now. Where there is work and nobody of
 * them is there, it is told to who is next. The permission framework is not
 * asked: it decides for people who are there with their credentials.
 */
export async function resolveAudience(
  sources: AudienceSources,
  { notice, ticketId }: Told,
): Promise<ResolvedAudience> {
  const { catalog, tickets } = sources;
  if (notice.occasion === 'deleted') {
    // what nobody can read any more is told to those who could
    const { people } = await peopleBehind(catalog, notice.parties);
    return {
      recipients: people.map(({ person, roles }) => ({
        ref: person.ref,
        roles,
        inside: false,
      })),
      audience: [...notice.parties],
    };
  }
  const ticket = await tickets.findTicket(ticketId);
  if (notice.occasion === 'access-lost') {
    return audienceOfLoss(sources, notice, ticket);
  }
  const other =
    notice.otherTicket === undefined
      ? ticket
      : await tickets.findTicket(notice.otherTicket);
  if (!ticket || !other) {
    return nobody;
  }
  const parties = notice.work
    ? merge([...notice.parties, ...(await standIns(sources, notice, ticket))])
    : notice.parties;
  return select(sources, parties, (person, roles) => {
    const scope = scopeOf(sources.config.access, person);
    const access = ticketAccess(scope, ticket);
    return isTold(notice, person, roles, access, ticket) &&
      ticketAccess(scope, other).read
      ? { ref: person.ref, roles: [...roles], inside: access.inside }
      : undefined;
  });
}

/**
 * Those from whom a change took a ticket, and who have not got it back since.
 * Who was muted stays so when the ticket is gone.
 */
async function audienceOfLoss(
  sources: AudienceSources,
  notice: Told['notice'],
  ticket: StoredTicket | undefined,
): Promise<ResolvedAudience> {
  const { access, parties } = notice;
  if (!access) {
    return nobody;
  }
  const { before, after, notifyRequester = true } = access;
  const muting = ticket ?? { ...before, notifyRequester };
  return select(sources, parties, (person, roles) => {
    const scope = scopeOf(sources.config.access, person);
    const lost =
      accessTo(scope, before).read &&
      !(after && accessTo(scope, after).read) &&
      !(ticket && ticketAccess(scope, ticket).read);
    return lost && isToldOfLoss(notice, person, roles, muting)
      ? { ref: person.ref, roles: [...roles], inside: false }
      : undefined;
  });
}

/** @param asRecipient - undefined for somebody who is not told */
async function select(
  { catalog }: AudienceSources,
  parties: readonly NoticeParty[],
  asRecipient: (
    person: Person,
    roles: readonly NoticeRole[],
  ) => NoticeRecipient | undefined,
): Promise<ResolvedAudience> {
  const { people, directory } = await peopleBehind(catalog, parties);
  return {
    recipients: people.flatMap(
      ({ person, roles }) => asRecipient(person, roles) ?? [],
    ),
    audience: parties.filter(
      ({ ref, roles }) =>
        asRecipient(directory.belongings(ref), roles) !== undefined,
    ),
  };
}
