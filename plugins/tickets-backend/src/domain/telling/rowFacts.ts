import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import type { Happening, TicketOccasion } from './occasions';
import { type Column, columns } from './parties';
import type { Cell, Condition, Row } from './rows';

/** The columns of a row that are told of an occasion of a change. */
export function toldColumns(
  row: Row,
  fact: TicketOccasion,
  happening: Happening,
): Column[] {
  const holds = judge(fact, happening);
  return columns.filter(column => isTold(row[column], holds));
}

/**
 * Whether an occasion means work that somebody who is there has to be told of:
 * not where it is known to who has the ticket, since they did it.
 */
export function isWork(
  { work }: Row,
  fact: TicketOccasion,
  happening: Happening,
): boolean {
  return (
    !isKnown(happening) &&
    (typeof work === 'boolean' ? work : work.every(judge(fact, happening)))
  );
}

function isKnown({ after, side, actor }: Happening): boolean {
  const responsible = after.assignee ?? after.team;
  return (
    side === 'team' && responsible !== null && actor.belongsTo.has(responsible)
  );
}

function isTold({ told }: Cell, holds: (condition: Condition) => boolean) {
  return typeof told === 'boolean' ? told : told.every(holds);
}

function judge(
  { told }: TicketOccasion,
  { after, side, actor, other }: Happening,
): (condition: Condition) => boolean {
  const byRequester = side === 'requester';
  const unattended = after.assignee === null;
  const facts: Readonly<Record<Condition, boolean>> = {
    unattended,
    attended: !unattended,
    byRequester,
    byTeam: !byRequester,
    byDesk: actor.ref === DESK_ACTOR,
    fromElsewhere: after.team === null || !actor.belongsTo.has(after.team),
    signedIn: after.channel !== 'public',
    aloud: told !== false,
    // the requester's side cannot keep from the team that there is work again
    heardByTeam: told !== false || byRequester,
    otherAssignee: after.assignee !== other?.assignee,
  };
  return condition => facts[condition];
}
