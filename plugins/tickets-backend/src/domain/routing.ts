import type { RoutingRule } from '@portaldesk/plugin-tickets-common';

/** What routing knows of the world, as canonical references of groups. */
export interface RoutingFacts {
  /** Team named by the primary asset's annotation `tickets/support-team`. */
  annotated?: string;
  /** Group that owns the primary asset. */
  owner?: string;
  defaultTeam?: string;
  /** Whether this group is in the catalog and can own tickets. */
  canOwnTickets(group: string): boolean;
}

export interface RoutingDecision {
  /** Null: the ticket waits in triage. */
  team: string | null;
  rule: RoutingRule;
  reason: string;
}

/**
 * Finds the team of a new ticket: the primary asset's annotation, else its
 * owner, else the default team, else triage.
 */
export function route(facts: RoutingFacts): RoutingDecision {
  const candidates: [RoutingRule, string | undefined, string][] = [
    [
      'annotation',
      facts.annotated,
      "the asset's annotation tickets/support-team",
    ],
    ['owner', facts.owner, "the asset's owner"],
    ['default-team', facts.defaultTeam, 'the default team'],
  ];
  const passedOver: string[] = [];
  for (const [rule, team, what] of candidates) {
    if (team !== undefined && facts.canOwnTickets(team)) {
      return {
        team,
        rule,
        reason: sentences([...passedOver, `Routed to ${what}, ${team}.`]),
      };
    }
    if (team !== undefined) {
      passedOver.push(`Passed over ${what}, ${team}: it cannot own tickets.`);
    }
  }
  return {
    team: null,
    rule: 'triage',
    reason: sentences([...passedOver, 'No team was found: left in triage.']),
  };
}

function sentences(parts: string[]): string {
  return parts.join(' ');
}
