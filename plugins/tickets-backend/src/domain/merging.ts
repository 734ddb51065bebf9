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
