import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  MAX_PEOPLE,
  type PersonRequest,
  type Ticket,
} from '@portaldesk/plugin-tickets-common';
import type { Access } from '../../domain/access/access';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import { changeTicket } from '../changeTicket';
import type { DeskContext } from '../context';
import { InvalidRequestError } from '../errors';
import { readableTicket, requireAction } from '../readableTicket';

/**
 * Adds a person or group, or makes somebody, or oneself, a watcher.
 *
 * @throws InvalidRequestError at `ref`, if nobody of that name is in the catalog
 */
export async function addPerson(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  request: PersonRequest,
): Promise<Ticket> {
  const found = await readableTicket(context, caller, target.ticket);
  requireAction(context, found, actionFor(caller, request));
  requireSayInWatchers(caller, found, request);
  if (request.ref !== caller.ref) {
    await requirePerson(context, caller, request);
  }
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    [actionFor(caller, request)],
    ({ change, access }) => {
      requireSayInWatchers(caller, { access }, request);
      change.addPerson(request);
      if (change.state.people.length > MAX_PEOPLE) {
        throw new ConflictError(
          `At most ${MAX_PEOPLE} people and groups take part in a ticket`,
        );
      }
    },
  );
  return ticket;
}

/** Takes somebody, or oneself, out of the part they had. */
export async function removePerson(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  request: PersonRequest,
): Promise<Ticket> {
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    [actionFor(caller, request)],
    ({ change, access }) => {
      requireSayInWatchers(caller, { access }, request);
      change.removePerson(request);
    },
  );
  return ticket;
}

function actionFor(caller: Caller, { ref, role }: PersonRequest) {
  return role === 'watcher' && ref === caller.ref ? 'watch' : 'share';
}

/** Who watches beside oneself is for agents: others neither see nor choose it. */
function requireSayInWatchers(
  caller: Caller,
  { access }: { readonly access: Access },
  { ref, role }: PersonRequest,
): void {
  if (role === 'watcher' && ref !== caller.ref && !access.inside) {
    throw new NotAllowedError('You may not choose who watches this ticket');
  }
}

async function requirePerson(
  context: DeskContext,
  caller: Caller,
  { ref }: PersonRequest,
): Promise<void> {
  const existing = await context.catalog.existing([ref], caller);
  if (!existing.has(ref)) {
    throw new InvalidRequestError([
      { path: 'ref', message: `${ref} is not in the catalog` },
    ]);
  }
}
