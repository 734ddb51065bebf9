import { isDeepStrictEqual } from 'node:util';
import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  Channel,
  RoutingRule as RuleName,
  Visibility,
} from '@portaldesk/plugin-tickets-common';
import { type AssetFacts, includesKind } from './assetFacts';
import type { AssignmentStrategy } from './assignment';

/**
 * When a rule applies: every given part has to match, and one value of each
 * list is enough.
 */
export interface RoutingConditions {
  readonly category?: readonly string[];
  readonly priority?: readonly string[];
  readonly channel?: readonly Channel[];
  /** Tags of the ticket. */
  readonly tags?: readonly string[];
  /** By name of the form field. */
  readonly fields?: Readonly<Record<string, readonly JsonValue[]>>;
  readonly requesterGroup?: readonly string[];
  /** Of the primary asset. */
  readonly asset?: {
    readonly kind?: readonly string[];
    readonly type?: readonly string[];
    readonly system?: readonly string[];
    readonly tags?: readonly string[];
    /** By name of the annotation. */
    readonly annotations?: Readonly<Record<string, readonly string[]>>;
  };
}

/** What a rule decides; absent parts are decided elsewhere. */
export interface RoutingOutcome {
  readonly team?: string;
  readonly assign?: AssignmentStrategy;
  readonly priority?: string;
  readonly visibility?: Visibility;
  readonly slaPolicy?: string;
  readonly watchers?: readonly string[];
}

/** A configured rule; the first one that applies decides. */
export interface RoutingRule {
  /** Its configured name, else its position such as `#3`. */
  readonly name: string;
  readonly when: RoutingConditions;
  readonly then: RoutingOutcome;
}

/** The ticket to route. */
export interface RoutedTicket {
  readonly category: string | null;
  readonly priority: string;
  readonly channel: Channel;
  readonly tags: readonly string[];
  readonly fields: JsonObject;
  readonly requesterGroups: readonly string[];
  /** The primary asset. */
  readonly asset?: AssetFacts;
  /** The team that an agent chose for it. */
  readonly chosenTeam?: string;
  readonly categoryTeam?: string;
  readonly defaultTeam?: string;
}

/** What routing knows of a new ticket and of the world. */
export interface RoutingFacts extends RoutedTicket {
  /** Whether this group is in the catalog and can own tickets. */
  canOwnTickets(group: string): boolean;
}

export interface RoutingDecision {
  /** Null: the ticket waits in triage. */
  readonly team: string | null;
  /** What found the team. */
  readonly rule: RuleName;
  /** The configured rule that applied, whether or not it found the team. */
  readonly ruleName?: string;
  readonly reason: string;
  /** What the rule decides beside the team; empty without one. */
  readonly outcome: Omit<RoutingOutcome, 'team'>;
}

/**
 * Routes a new ticket. The first rule that applies decides; a team is looked
 * for in that rule, then in the category, the primary asset's annotation, its
 * owner and the default team. A group that cannot own tickets is passed over.
 * Where nothing leads to a team, the ticket waits in triage.
 */
export function route(
  facts: RoutingFacts,
  rules: readonly RoutingRule[],
): RoutingDecision {
  const rule = matchingRule(facts, rules);
  const { team: _team, ...outcome } = rule?.then ?? {};
  return {
    ...findTeam(facts, rule),
    ...(rule && { ruleName: rule.name }),
    outcome,
  };
}

/** The first rule that applies. */
export function matchingRule(
  facts: RoutedTicket,
  rules: readonly RoutingRule[],
): RoutingRule | undefined {
  return rules.find(({ when }) => applies(when, facts));
}

/** What could be the team of a ticket: the groups that routing asks about. */
export function teamsInQuestion(
  facts: RoutedTicket,
  rules: readonly RoutingRule[],
): string[] {
  return candidates(facts, matchingRule(facts, rules)).map(({ team }) => team);
}

function findTeam(
  facts: RoutingFacts,
  rule: RoutingRule | undefined,
): Pick<RoutingDecision, 'team' | 'rule' | 'reason'> {
  const sentences: string[] = [];
  if (rule && rule.then.team === undefined) {
    sentences.push(`The rule ${rule.name} applies and names no team.`);
  }
  for (const { by, team, what } of candidates(facts, rule)) {
    if (facts.canOwnTickets(team)) {
      sentences.push(`Routed to ${what}, ${team}.`);
      return { team, rule: by, reason: sentences.join(' ') };
    }
    sentences.push(`Passed over ${what}, ${team}: it cannot own tickets.`);
  }
  sentences.push('No team was found: left in triage.');
  return { team: null, rule: 'triage', reason: sentences.join(' ') };
}

interface Candidate {
  readonly by: RuleName;
  readonly team: string;
  readonly what: string;
}

function candidates(
  { asset, category, ...facts }: RoutedTicket,
  rule: RoutingRule | undefined,
): Candidate[] {
  const all: [RuleName, string | undefined, string][] = [
    ['chosen', facts.chosenTeam, 'the team that was chosen'],
    ['rule', rule?.then.team, `the team of the rule ${rule?.name}`],
    ['category', facts.categoryTeam, `the team of the category ${category}`],
    [
      'annotation',
      asset?.supportTeam,
      "the asset's annotation tickets/support-team",
    ],
    ['owner', asset?.owner, "the asset's owner"],
    ['default-team', facts.defaultTeam, 'the default team'],
  ];
  return all.flatMap(([by, team, what]) =>
    team === undefined ? [] : [{ by, team, what }],
  );
}

/** Whether every given condition matches. */
function applies(when: RoutingConditions, facts: RoutedTicket): boolean {
  return (
    oneOf(when.category, facts.category) &&
    oneOf(when.priority, facts.priority) &&
    oneOf(when.channel, facts.channel) &&
    anyOf(when.tags, facts.tags) &&
    anyOf(when.requesterGroup, facts.requesterGroups) &&
    fieldsHold(when.fields, facts.fields) &&
    (!when.asset || assetHolds(when.asset, facts.asset))
  );
}

function assetHolds(
  when: NonNullable<RoutingConditions['asset']>,
  asset: AssetFacts | undefined,
): boolean {
  return (
    asset !== undefined &&
    (!when.kind || includesKind(when.kind, asset.kind)) &&
    oneOf(when.type, asset.type) &&
    oneOf(when.system, asset.system) &&
    anyOf(when.tags, asset.tags) &&
    Object.entries(when.annotations ?? {}).every(
      ([name, values]) =>
        Object.hasOwn(asset.annotations, name) &&
        values.includes(asset.annotations[name]),
    )
  );
}

/** Of a field with several values, one is enough. */
function fieldsHold(
  when: RoutingConditions['fields'] = {},
  fields: JsonObject,
): boolean {
  return Object.entries(when).every(([name, values]) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const given = Array.isArray(value) ? [value, ...value] : [value];
    return given.some(
      one =>
        one !== undefined &&
        values.some(wanted => isDeepStrictEqual(wanted, one)),
    );
  });
}

function oneOf<T>(wanted: readonly T[] | undefined, value?: T | null): boolean {
  return (
    !wanted || (value !== undefined && value !== null && wanted.includes(value))
  );
}

function anyOf<T>(wanted: readonly T[] | undefined, values: readonly T[]) {
  return !wanted || wanted.some(value => values.includes(value));
}
