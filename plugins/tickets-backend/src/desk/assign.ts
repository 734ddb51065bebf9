import { ConflictError, NotAllowedError } from '@backstage/errors';
import type {
  HandOverRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { decidesInTeam, teamsOf } from '../domain/access';
import type { Caller } from './Caller';
import type { TicketTarget } from './Desk';
import { changeTicket } from './changeTicket';
import type { DeskContext } from './context';
import { InvalidRequestError } from './errors';
import {
  type ReadableTicket,
  readableTicket,
  requireAction,
} from './readableTicket';

/**
 * Makes the caller the assignee. An agent of another team brings the ticket
 * into a team of their own.
 */
export async function takeOver(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
): Promise<Ticket> {
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    ['take-over'],
    ({ change }) => {
      const { team } = change.state;
      const [own] = teamsOf(context.config.access, caller);
      if (own && (team === null || !caller.belongsTo.has(team))) {
        change.moveTo(own);
      }
      change.assignTo(caller.ref);
    },
  );
  return ticket;
}

/**
 * Gives the ticket to somebody of its team, or of another team, or back into
 * the queue.
 *
 * @throws InvalidRequestError at `team` or `assignee`
 */
export async function handOver(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  request: HandOverRequest,
): Promise<Ticket> {
  const before = await readableTicket(context, caller, target.ticket);
  requireAction(context, before, 'hand-over');
  requireSayInTeam(before, request);
  const team = request.team ?? before.ticket.team;
  await requireTeam(context, request.team);
  await requireMember(context, request.assignee, team);
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    ['hand-over'],
    ({ change }) => {
      if (request.team !== undefined) {
        change.moveTo(request.team);
      } else if (change.state.team !== team) {
        throw new ConflictError(
          'The ticket was moved to another team meanwhile',
        );
      }
      change.assignTo(request.assignee);
    },
  );
  return ticket;
}

/** Agents of another team may move a ticket, not choose who in its team works on it. */
function requireSayInTeam(
  { access, ticket }: ReadableTicket,
  { team }: HandOverRequest,
): void {
  if (!decidesInTeam(access) && (team ?? ticket.team) === ticket.team) {
    throw new NotAllowedError(
      'Agents of another team may move this ticket to a team, not hand it over within its own',
    );
  }
}

async function requireTeam(
  context: DeskContext,
  team: string | undefined,
): Promise<void> {
  if (team === undefined) {
    return;
  }
  const { teams } = context.config.access;
  const known = await context.catalog.existingGroups([team]);
  if (!known.has(team) || (teams.length > 0 && !teams.includes(team))) {
    throw new InvalidRequestError([
      { path: 'team', message: `${team} cannot own tickets` },
    ]);
  }
}

async function requireMember(
  context: DeskContext,
  assignee: string | null,
  team: string | null,
): Promise<void> {
  if (assignee === null) {
    return;
  }
  const groups = await context.catalog.groupsOf(assignee);
  if (team === null || !groups?.includes(team)) {
    const message =
      team === null
        ? 'a ticket in triage needs a team before it can have an assignee'
        : `${assignee} is no member of ${team}`;
    throw new InvalidRequestError([{ path: 'assignee', message }]);
  }
}
