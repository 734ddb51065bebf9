import fc from 'fast-check';
import { type RoutingFacts, route } from './routing';

type Named = Omit<RoutingFacts, 'canOwnTickets'>;

const A = 'group:default/annotated';
const O = 'group:default/owner';
const D = 'group:default/default';

function decide(named: Named, teams: readonly string[]) {
  return route({ ...named, canOwnTickets: group => teams.includes(group) });
}

describe('route', () => {
  it.each<
    [
      what: string,
      named: Named,
      teams: string[],
      team: string | null,
      rule: string,
      reason: string,
    ]
  >([
    [
      'the annotation before all',
      { annotated: A, owner: O, defaultTeam: D },
      [A, O, D],
      A,
      'annotation',
      `Routed to the asset's annotation tickets/support-team, ${A}.`,
    ],
    [
      'the owner before the default team',
      { owner: O, defaultTeam: D },
      [O, D],
      O,
      'owner',
      `Routed to the asset's owner, ${O}.`,
    ],
    [
      'the default team, when nothing else is known',
      { defaultTeam: D },
      [D],
      D,
      'default-team',
      `Routed to the default team, ${D}.`,
    ],
    [
      'the owner, when the annotated group cannot own tickets',
      { annotated: A, owner: O, defaultTeam: D },
      [O, D],
      O,
      'owner',
      `Passed over the asset's annotation tickets/support-team, ${A}: it cannot own tickets. Routed to the asset's owner, ${O}.`,
    ],
    [
      'the default team, when neither group of the asset can own tickets',
      { annotated: A, owner: O, defaultTeam: D },
      [D],
      D,
      'default-team',
      `Passed over the asset's annotation tickets/support-team, ${A}: it cannot own tickets. Passed over the asset's owner, ${O}: it cannot own tickets. Routed to the default team, ${D}.`,
    ],
    [
      'triage, when nothing is known',
      {},
      [A, O, D],
      null,
      'triage',
      'No team was found: left in triage.',
    ],
    [
      'triage, when nobody can own tickets',
      { annotated: A, owner: O, defaultTeam: D },
      [],
      null,
      'triage',
      `Passed over the asset's annotation tickets/support-team, ${A}: it cannot own tickets. Passed over the asset's owner, ${O}: it cannot own tickets. Passed over the default team, ${D}: it cannot own tickets. No team was found: left in triage.`,
    ],
    [
      'triage, when the owner is a person',
      { owner: 'user:default/jane' },
      [O],
      null,
      'triage',
      "Passed over the asset's owner, user:default/jane: it cannot own tickets. No team was found: left in triage.",
    ],
  ])('chooses %s', (_what, named, teams, team, rule, reason) => {
    expect(decide(named, teams)).toEqual({ team, rule, reason });
  });

  it('never chooses a group that cannot own tickets, nor one that nobody named', () => {
    const groups = [A, O, D, 'group:default/other'];
    const named = fc.record(
      {
        annotated: fc.constantFrom(...groups),
        owner: fc.constantFrom(...groups),
        defaultTeam: fc.constantFrom(...groups),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(named, fc.subarray(groups), (facts, teams) => {
        const { team, rule } = decide(facts, teams);
        const candidates = Object.values(facts).filter(group =>
          teams.includes(group),
        );
        expect(candidates.includes(team ?? '')).toBe(team !== null);
        expect(team === null).toBe(candidates.length === 0);
        expect(rule === 'triage').toBe(team === null);
      }),
    );
  });
});
