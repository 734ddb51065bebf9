import {
  MAX_PEOPLE,
  type PersonRequest,
  type Ticket,
  type TicketAction,
} from '@portaldesk/plugin-tickets-common';
import type { Access } from '../../domain/access/access';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import { type ChangeInProgress, changeTicket } from '../changeTicket';
import type { DeskContext } from '../context';
import { InvalidRequestError, issueAt } from '../errors';
import { readableTicket, requireAction } from '../readableTicket';
import { withAccessMarked } from './markAccess';
import { refusal } from '../refusal';

/**
 * Adds a person or group, or a watcher, who can be the caller.
 *
 * @throws InvalidRequestError at `ref`, if there is no such entity in the
 *   catalog
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
  return changePeople(
    context,
    caller,
    target,
    actionFor(caller, request),
    ({ change, access }) => {
      requireSayInWatchers(caller, { access }, request);
      change.addPerson(request);
      if (change.state.people.length > MAX_PEOPLE) {
        throw refusal(
          'too-many-people',
          `A ticket can have at most ${MAX_PEOPLE} people and groups`,
        );
      }
    },
  );
}

/**
 * Removes a person or group from a role. All people can leave their own role,
 * and with it the ticket, if nothing else gives them access: the response still
 * shows it.
 */
export async function removePerson(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  request: PersonRequest,
): Promise<Ticket> {
  // for one's own role, the right to watch is enough
  const action = request.ref === caller.ref ? 'watch' : 'share';
  return changePeople(context, caller, target, action, ({ change, access }) => {
    requireSayInWatchers(caller, { access }, request);
    change.removePerson(request);
  });
}

async function changePeople(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  action: TicketAction,
  work: (progress: ChangeInProgress) => void,
): Promise<Ticket> {
  const { ticket: shown, result } = await changeTicket(
    context,
    caller,
    target,
    [action],
    progress => {
      work(progress);
      const { change, ticket, access } = progress;
      return { ticket: { ...ticket, ...change.state }, access };
    },
  );
  return withAccessMarked(context, result, shown);
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
    throw refusal(
      'watchers-not-allowed',
      'You may not choose who watches this ticket',
    );
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
      issueAt('ref', `${ref} is not in the catalog`, 'not-in-catalog'),
    ]);
  }
}
