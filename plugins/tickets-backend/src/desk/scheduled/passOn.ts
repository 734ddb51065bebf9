import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import { TicketChange } from '../../domain/TicketChange';
import { takesTurns } from '../../domain/routing/assignment';
import { saveChange } from '../changeTicket';
import type { DeskContext } from '../context';
import { assignInTurn } from '../filing/assignInTurn';
import { teamStrategy } from '../filing/findTeam';
import { deskActor } from './deskActor';

/**
 * Gives an open ticket whose assignee is away to the next of its team in turn.
 * It stays where it is when the team takes no turns, or all of it is away. Done
 * at several places at once, it is done once.
 *
 * @returns whether the ticket has another assignee now
 */
export async function passOn(
  context: DeskContext,
  id: string,
): Promise<boolean> {
  const { config, store, catalog, clock } = context;
  const ticket = await store.tickets.find(id);
  if (!ticket?.team || !ticket.assignee || ticket.endedAt !== null) {
    return false;
  }
  const { team, assignee } = ticket;
  const strategy = teamStrategy(config, team);
  const at = clock();
  if (
    !takesTurns(strategy) ||
    !(await store.absences.findAbsent([assignee], at)).has(assignee)
  ) {
    return false;
  }
  const members = (await catalog.directory([team])).membersOf(team);
  return store.transaction(async inside => {
    const before = await inside.tickets.lock(ticket.id);
    if (
      before?.id !== ticket.id ||
      before.team !== team ||
      before.assignee !== assignee ||
      before.endedAt !== null
    ) {
      return false;
    }
    const next = await assignInTurn(inside, {
      team,
      strategy,
      members,
      creator: before.createdBy,
      at,
    });
    if (next.assignee === null) {
      return false;
    }
    const change = new TicketChange(config, DESK_ACTOR, at, before);
    change.assignTo(next.assignee);
    await saveChange(context, inside, { before, change, ...deskActor });
    return true;
  });
}
