import type {
  HandOverRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { decidesInTeam, teamsOf } from '../../domain/access/access';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import type { Directory } from '../Directory';
import { assignInTurn } from '../filing/assignInTurn';
import { changeTicket } from '../changeTicket';
import type { DeskContext } from '../context';
import { writeMessage } from '../conversation/converse';
import { InvalidRequestError, issueAt } from '../errors';
import { mayOwnTickets, memberOf, teamStrategy } from '../filing/findTeam';
import {
  type ReadableTicket,
  readableTicket,
  requireAction,
} from '../readableTicket';
import { refusal } from '../refusal';

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
 * Assigns the ticket to a member of its team or of another team, or puts it
 * back into the queue. A ticket that moves to another team without an assignee
 * is assigned like new tickets of that team. A note to
 * the next person is written in the same step.
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
  const directory = await context.catalog.directory([team, request.assignee]);
  requireTeam(context, directory, request.team);
  if (request.assignee !== null) {
    memberOf(directory, team, request.assignee);
  }
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    request.note === undefined ? ['hand-over'] : ['hand-over', 'note'],
    async progress => {
      const { change, store } = progress;
      const { team: from } = change.state;
      if (request.team === undefined && from !== team) {
        throw refusal(
          'ticket-moved-meanwhile',
          'The ticket has just been moved to another team. Load it again.',
        );
      }
      if (request.note !== undefined) {
        await writeMessage(context, caller, progress, {
          kind: 'note',
          body: request.note,
        });
      }
      if (team === null || from === team) {
        change.assignTo(request.assignee);
        return;
      }
      change.moveTo(team);
      const assignment =
        request.assignee === null
          ? await assignInTurn(store, {
              team,
              strategy: teamStrategy(context.config, team),
              members: directory.membersOf(team),
              creator: change.state.createdBy,
              at: context.clock(),
            })
          : request;
      change.assignTo(assignment.assignee);
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
    throw refusal(
      'assignment-not-allowed',
      'Agents of other teams can move this ticket to a team, but not assign it within its own team',
    );
  }
}

/** @throws InvalidRequestError at `team` */
export function requireTeam(
  { config }: DeskContext,
  directory: Directory,
  team: string | undefined,
): void {
  if (
    team !== undefined &&
    !(directory.has(team) && mayOwnTickets(config, team))
  ) {
    throw new InvalidRequestError([
      issueAt('team', `${team} cannot own tickets`, 'cannot-own-tickets'),
    ]);
  }
}
