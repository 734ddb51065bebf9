import type {
  OrganisationAccessRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { type Access, decidesInTeam } from '../../domain/access/access';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import { changeTicket } from '../changeTicket';
import type { DeskContext } from '../context';
import { refusal } from '../refusal';

/** Grants or revokes the access of the requester's organisation. */
export async function setOrganisationAccess(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  { granted }: OrganisationAccessRequest,
): Promise<Ticket> {
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    ['share'],
    ({ change, access }) => {
      requireSayInOrganisation(access);
      change.giveOrganisationAccess(granted);
    },
  );
  return ticket;
}

/**
 * The organisation is the requester's, so the requester and the agents decide
 * on its access.
 */
function requireSayInOrganisation(access: Access): void {
  if (!access.relations.includes('requester') && !decidesInTeam(access)) {
    throw refusal(
      'organisation-access-not-allowed',
      "You may not decide on the access of the requester's organisation",
    );
  }
}
