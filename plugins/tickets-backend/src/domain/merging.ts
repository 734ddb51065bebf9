import type {
  TicketPerson,
  Visibility,
} from '@portaldesk/plugin-tickets-common';
import type { TicketState } from './ticketState';

/**
 * Whether the conversation of one ticket may become part of another one's:
 * nobody may get to see by it what was confidential or internal, and the
 * requester has to find in the other one what they wrote.
 */
export function canMerge(from: Visibility, into: Visibility): boolean {
  return from === into || (from === 'public' && into === 'confidential');
}

/**
 * Who would come to read a confidential conversation by a merge: those who
 * join a confidential ticket, and those in it who take no part in the
 * confidential one that goes into it. A merge that reveals nothing has none.
 */
export function newReaders(
  from: MergedTicket,
  into: MergedTicket,
  joining: readonly TicketPerson[],
): string[] {
  const readers = [
    ...(into.visibility === 'confidential' ? added(joining) : []),
    ...(from.visibility === 'confidential'
      ? requestersSide(into).filter(ref => !requestersSide(from).includes(ref))
      : []),
  ];
  return [...new Set(readers)];
}

type MergedTicket = Pick<TicketState, 'visibility' | 'requester' | 'people'>;

function requestersSide({ requester, people }: MergedTicket): string[] {
  return [requester, ...added(people)];
}

function added(people: readonly TicketPerson[]): string[] {
  return people.filter(({ role }) => role !== 'watcher').map(({ ref }) => ref);
}

/**
 * Who takes part in a ticket from now on because of one that goes into it:
 * that one's requester as added person, and all who took part in it. Nobody
 * takes a lesser part than they had.
 *
 * @param missing - others who have access to the source, and would have none
 */
export function joiningPeople(
  from: Pick<TicketState, 'requester' | 'people'>,
  into: Pick<TicketState, 'requester' | 'createdBy' | 'people'>,
  missing: readonly string[],
): TicketPerson[] {
  const wanted: TicketPerson[] = [
    { ref: from.requester, role: 'to' },
    ...from.people,
    ...missing.map(ref => ({ ref, role: 'cc' as const })),
  ];
  const rolesOf = (ref: string, people: readonly TicketPerson[]) =>
    people.filter(person => person.ref === ref).map(({ role }) => role);
  return wanted.filter(({ ref, role }, index) => {
    const roles = [
      ...rolesOf(ref, into.people),
      ...rolesOf(ref, wanted.slice(0, index)),
    ];
    return role === 'watcher'
      ? !roles.includes('watcher')
      : ![into.requester, into.createdBy].includes(ref) &&
          !roles.includes('to') &&
          !(role === 'cc' && roles.includes('cc'));
  });
}
