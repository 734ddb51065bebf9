import {
  type Assignment,
  type AssignmentStrategy,
  chooseAssignee,
  takesTurns,
} from '../../domain/routing/assignment';
import type { DeskStore } from '../../store/DeskStore';

/** Who of a team can get a ticket, and how one of them is chosen. */
export interface TeamChoice {
  readonly team: string;
  readonly strategy: AssignmentStrategy;
  readonly members: readonly string[];
  /** Who filed the ticket. */
  readonly creator: string;
  readonly at: Date;
}

/**
 * Chooses who of a team gets a ticket, as part of the transaction that writes
 * it. Where members take turns, the team's turns are held until its end.
 */
export async function assignInTurn(
  store: DeskStore,
  { team, strategy, members, creator, at }: TeamChoice,
): Promise<Assignment> {
  if (strategy === 'none') {
    return chooseAssignee(strategy, { members, creator, absent: new Set() });
  }
  const last = takesTurns(strategy)
    ? await store.roundRobin.lockLast(team)
    : undefined;
  const absent = await store.absences.findAbsent(members, at);
  const openTickets =
    strategy === 'least-loaded'
      ? await store.roundRobin.openTickets(members)
      : undefined;
  const assignment = chooseAssignee(strategy, {
    members,
    creator,
    absent,
    last,
    openTickets,
  });
  if (takesTurns(strategy) && assignment.assignee !== null) {
    await store.roundRobin.setLast(team, assignment.assignee);
  }
  return assignment;
}
