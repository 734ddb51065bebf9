import fc from 'fast-check';
import type { AssetFacts } from './assetFacts';
import {
  type RoutedTicket,
  type RoutingConditions,
  type RoutingOutcome,
  type RoutingRule,
  route,
} from './routing';

const A = 'group:default/annotated';
const O = 'group:default/owner';
const D = 'group:default/default';
const C = 'group:default/category';
const R = 'group:default/rule';
const X = 'group:default/chosen';

const service: AssetFacts = {
  kind: 'component',
  type: 'service',
  system: 'system:default/shop',
  tags: ['java', 'critical'],
  annotations: { 'example.com/tier': '1' },
};

const ticket: RoutedTicket = {
  category: 'incident',
  priority: 'high',
  channel: 'portal',
  tags: ['vip'],
  fields: { site: 'Berlin', floors: [1, 2], remote: false },
  requesterGroups: ['group:default/sales', 'group:default/emea'],
  asset: service,
};

/** A ticket of which nothing is known but where its team could come from. */
function known(named: {
  annotated?: string;
  owner?: string;
  defaultTeam?: string;
  categoryTeam?: string;
  chosenTeam?: string;
}): RoutedTicket {
  const { annotated, owner, ...others } = named;
  return {
    ...ticket,
    ...others,
    asset: { ...service, supportTeam: annotated, owner },
  };
}

function decide(
  routed: RoutedTicket,
  teams: readonly string[],
  rules: readonly RoutingRule[] = [],
) {
  return route(
    { ...routed, canOwnTickets: group => teams.includes(group) },
    rules,
  );
}

const everybody: RoutingRule = { name: '#1', when: {}, then: { team: R } };

describe('the team of a new ticket', () => {
  it.each<
    [
      what: string,
      named: Parameters<typeof known>[0],
      rules: RoutingRule[],
      teams: string[],
      team: string | null,
      rule: string,
      reason: string,
    ]
  >([
    [
      'what an agent chose, before all',
      { chosenTeam: X, categoryTeam: C, annotated: A, owner: O },
      [everybody],
      [X, R, C, A, O],
      X,
      'chosen',
      `Routed to the team that was chosen, ${X}.`,
    ],
    [
      'that of the rule, before what is known of category and asset',
      { categoryTeam: C, annotated: A, owner: O, defaultTeam: D },
      [everybody],
      [R, C, A, O, D],
      R,
      'rule',
      `Routed to the team of the rule #1, ${R}.`,
    ],
    [
      'that of the category, when the rule names no team',
      { categoryTeam: C, annotated: A },
      [{ name: 'urgent', when: {}, then: { priority: 'high' } }],
      [C, A],
      C,
      'category',
      `The rule urgent applies and names no team. Routed to the team of the category incident, ${C}.`,
    ],
    [
      'that of the category, when that of the rule cannot own tickets',
      { categoryTeam: C, annotated: A },
      [everybody],
      [C, A],
      C,
      'category',
      `Passed over the team of the rule #1, ${R}: it cannot own tickets. Routed to the team of the category incident, ${C}.`,
    ],
    [
      'the annotation before the owner',
      { annotated: A, owner: O, defaultTeam: D },
      [],
      [A, O, D],
      A,
      'annotation',
      `Routed to the asset's annotation tickets/support-team, ${A}.`,
    ],
    [
      'the owner before the default team',
      { owner: O, defaultTeam: D },
      [],
      [O, D],
      O,
      'owner',
      `Routed to the asset's owner, ${O}.`,
    ],
    [
      'the default team, when nothing else is known',
      { defaultTeam: D },
      [],
      [D],
      D,
      'default-team',
      `Routed to the default team, ${D}.`,
    ],
    [
      'the owner, when the annotated group cannot own tickets',
      { annotated: A, owner: O, defaultTeam: D },
      [],
      [O, D],
      O,
      'owner',
      `Passed over the asset's annotation tickets/support-team, ${A}: it cannot own tickets. Routed to the asset's owner, ${O}.`,
    ],
    [
      'the default team, when neither group of the asset can own tickets',
      { annotated: A, owner: O, defaultTeam: D },
      [],
      [D],
      D,
      'default-team',
      `Passed over the asset's annotation tickets/support-team, ${A}: it cannot own tickets. Passed over the asset's owner, ${O}: it cannot own tickets. Routed to the default team, ${D}.`,
    ],
    [
      'triage, when nothing is known',
      {},
      [],
      [A, O, D],
      null,
      'triage',
      'No team was found: left in triage.',
    ],
    [
      'triage, when the owner is a person',
      { owner: 'user:default/jane' },
      [],
      [O],
      null,
      'triage',
      "Passed over the asset's owner, user:default/jane: it cannot own tickets. No team was found: left in triage.",
    ],
  ])('is %s', (_what, named, rules, teams, team, rule, reason) => {
    expect(decide(known(named), teams, rules)).toMatchObject({
      team,
      rule,
      reason,
    });
  });
});

describe('a routing rule', () => {
  const conditions: [
    what: string,
    holds: RoutingConditions,
    fails: RoutingConditions,
  ][] = [
    [
      'the category',
      { category: ['question', 'incident'] },
      { category: ['question'] },
    ],
    ['the priority', { priority: ['high'] }, { priority: ['low', 'normal'] }],
    ['the channel', { channel: ['email', 'portal'] }, { channel: ['email'] }],
    ['a tag', { tags: ['other', 'vip'] }, { tags: ['other'] }],
    [
      'a form field',
      { fields: { site: ['Paris', 'Berlin'] } },
      { fields: { site: ['Paris'] } },
    ],
    [
      'a form field that is false',
      { fields: { remote: [false] } },
      { fields: { remote: [true] } },
    ],
    [
      'one of several values of a form field',
      { fields: { floors: [2, 9] } },
      { fields: { floors: [9] } },
    ],
    [
      'several form fields',
      { fields: { site: ['Berlin'], floors: [1] } },
      { fields: { site: ['Berlin'], floors: [9] } },
    ],
    [
      'form fields that are filled in',
      { fields: { site: ['Berlin'] } },
      { fields: { toString: ['Berlin'] } },
    ],
    [
      "one of the requester's groups",
      { requesterGroup: ['group:default/emea'] },
      { requesterGroup: ['group:default/apac'] },
    ],
    [
      'the kind of the asset, however it is spelled',
      { asset: { kind: ['Component'] } },
      { asset: { kind: ['resource'] } },
    ],
    [
      'the type of the asset',
      { asset: { type: ['service'] } },
      { asset: { type: ['website'] } },
    ],
    [
      'the system of the asset',
      { asset: { system: ['system:default/shop'] } },
      { asset: { system: ['system:default/bank'] } },
    ],
    [
      'a tag of the asset',
      { asset: { tags: ['go', 'java'] } },
      { asset: { tags: ['go'] } },
    ],
    [
      'an annotation of the asset',
      { asset: { annotations: { 'example.com/tier': ['1', '2'] } } },
      { asset: { annotations: { 'example.com/tier': ['3'] } } },
    ],
    [
      'annotations that the asset has',
      { asset: { annotations: { 'example.com/tier': ['1'] } } },
      { asset: { annotations: { 'example.com/other': ['1'] } } },
    ],
  ];

  it.each(conditions)('tests %s', (_what, holds, fails) => {
    const ruleName = (when: RoutingConditions) =>
      decide(ticket, [R], [{ name: 'it', when, then: { team: R } }]).ruleName;
    expect(ruleName(holds)).toBe('it');
    expect(ruleName(fails)).toBeUndefined();
  });

  it('that tests the category does not apply to a ticket without one', () => {
    const rule = { name: 'it', when: { category: ['incident'] }, then: {} };
    expect(
      decide({ ...ticket, category: null }, [], [rule]).ruleName,
    ).toBeUndefined();
  });

  it('that tests the asset does not apply to a ticket about nothing', () => {
    const rule = { name: 'it', when: { asset: {} }, then: { team: R } };
    expect(
      decide({ ...ticket, asset: undefined }, [R], [rule]).ruleName,
    ).toBeUndefined();
  });

  it('decides everything that it names, whether or not it finds the team', () => {
    const then: RoutingOutcome = {
      team: R,
      assign: 'round-robin',
      priority: 'low',
      visibility: 'confidential',
      slaPolicy: 'gold',
      watchers: ['user:default/jane'],
    };
    const { team: _team, ...outcome } = then;
    const rules = [{ name: 'it', when: {}, then }];
    expect(decide(known({ owner: O }), [R, O], rules)).toMatchObject({
      team: R,
      ruleName: 'it',
      outcome,
    });
    expect(decide(known({ owner: O }), [O], rules)).toMatchObject({
      team: O,
      rule: 'owner',
      ruleName: 'it',
      outcome,
    });
  });

  it('applies when each of its parts holds, in whichever order they stand', () => {
    const everyPart = Object.values(
      Object.fromEntries(
        conditions.map(([, holds, fails]) => [
          Object.keys(holds).join(),
          { holds, fails },
        ]),
      ),
    );
    fc.assert(
      fc.property(
        fc
          .shuffledSubarray(everyPart)
          .chain(parts =>
            fc.tuple(
              ...parts.map(part =>
                fc.record({ part: fc.constant(part), hold: fc.boolean() }),
              ),
            ),
          ),
        drawn => {
          const when: RoutingConditions = Object.assign(
            {},
            ...drawn.map(({ part, hold }) => (hold ? part.holds : part.fails)),
          );
          const { ruleName } = decide(
            ticket,
            [],
            [{ name: 'it', when, then: {} }],
          );
          expect(ruleName === 'it').toBe(drawn.every(({ hold }) => hold));
        },
      ),
    );
  });

  const anyRule = fc.record({
    holds: fc.boolean(),
    team: fc.option(fc.constantFrom(R, 'group:default/nobody'), {
      nil: undefined,
    }),
  });

  it('is the only one that decides: the first that applies', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 6 }), drawn => {
        const rules = drawn.map(({ holds, team }, index) => ({
          name: `#${index + 1}`,
          when: { category: [holds ? 'incident' : 'question'] },
          then: { team, priority: `p${index}` },
        }));
        const first = drawn.findIndex(({ holds }) => holds);
        const decision = decide(ticket, [R], rules);
        expect(decision.ruleName).toBe(rules[first]?.name);
        expect(decision.outcome.priority).toBe(rules[first]?.then.priority);
        expect(decision.rule === 'rule').toBe(rules[first]?.then.team === R);
      }),
    );
  });
});

describe('routing', () => {
  it('never chooses a group that cannot own tickets, nor one that nobody named, and never leads nowhere', () => {
    const groups = [A, O, D, C, R, X, 'group:default/other'];
    const group = fc.constantFrom(...groups);
    const named = fc.record(
      {
        annotated: group,
        owner: group,
        defaultTeam: group,
        categoryTeam: group,
        chosenTeam: group,
        rule: group,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(named, fc.subarray(groups), ({ rule, ...facts }, teams) => {
        const rules = rule
          ? [{ name: '#1', when: {}, then: { team: rule } }]
          : [];
        const decision = decide(known(facts), teams, rules);
        const candidates = [...Object.values(facts), rule].filter(
          candidate => candidate !== undefined && teams.includes(candidate),
        );
        expect(candidates.includes(decision.team ?? undefined)).toBe(
          decision.team !== null,
        );
        expect(decision.team === null).toBe(candidates.length === 0);
        expect(decision.rule === 'triage').toBe(decision.team === null);
        expect(decision.reason).toMatch(/\.$/);
      }),
    );
  });
});
