/**
 * How a routed ticket finds its assignee: `none` leaves it in the queue,
 * `creator` gives it to the agent who filed it, `round-robin` to the next of
 * the team in turn, `least-loaded` to the one with the fewest open tickets.
 */
export type AssignmentStrategy =
  'none' | 'creator' | 'round-robin' | 'least-loaded';

/** What choosing an assignee depends on. */
export interface AssignmentFacts {
  /** The team's members. */
  readonly members: readonly string[];
  /** The members who are not assigned tickets automatically now. */
  readonly absent: ReadonlySet<string>;
  /** Who filed the ticket. */
  readonly creator: string;
  /** Who was chosen last in the team. */
  readonly last?: string;
  /** How many open tickets each member has; none when not named. */
  readonly openTickets?: ReadonlyMap<string, number>;
}

export interface Assignment {
  /** Null: the ticket waits in the team's queue. */
  readonly assignee: string | null;
  /** The decision in one English sentence; none when nothing was to decide. */
  readonly reason?: string;
}

/** Whether a strategy takes turns, so that it depends on who was chosen last. */
export function takesTurns(strategy: AssignmentStrategy): boolean {
  return strategy === 'round-robin' || strategy === 'least-loaded';
}

/**
 * Chooses the member of a team who gets a ticket, without those who are absent.
 */
export function chooseAssignee(
  strategy: AssignmentStrategy,
  facts: AssignmentFacts,
): Assignment {
  if (strategy === 'none') {
    return { assignee: null };
  }
  const present = facts.members.filter(member => !facts.absent.has(member));
  if (strategy === 'creator') {
    return present.includes(facts.creator)
      ? { assignee: facts.creator, reason: 'Assigned to who filed it.' }
      : queued('who filed it is no present member of the team');
  }
  const inTurn = fromNext(present, facts.last);
  const [next] = inTurn;
  if (next === undefined) {
    return queued(
      facts.members.length > 0
        ? 'everybody in the team is absent'
        : 'the team has no members',
    );
  }
  return strategy === 'round-robin'
    ? { assignee: next, reason: `Assigned in turn to ${next}.` }
    : leastLoaded(inTurn, facts.openTickets);
}

/** Of several with the fewest open tickets, the one whose turn comes first. */
function leastLoaded(
  inTurn: readonly string[],
  openTickets: ReadonlyMap<string, number> = new Map(),
): Assignment {
  const load = (member: string) => openTickets.get(member) ?? 0;
  const fewest = Math.min(...inTurn.map(load));
  const [assignee] = inTurn.filter(member => load(member) === fewest);
  return {
    assignee,
    reason: `Assigned to ${assignee}, who has the fewest open tickets (${fewest}).`,
  };
}

/** The members in the order of their turns, after the one who was chosen last. */
function fromNext(members: readonly string[], last = ''): string[] {
  const sorted = [...new Set(members)].sort();
  return [
    ...sorted.filter(member => member > last),
    ...sorted.filter(member => member <= last),
  ];
}

function queued(why: string): Assignment {
  return { assignee: null, reason: `Left in the team's queue: ${why}.` };
}
