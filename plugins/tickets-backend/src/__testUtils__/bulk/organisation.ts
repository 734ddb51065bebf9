import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { Chance } from './Chance';

/** A support team and its agents, as references. */
export interface BulkTeam {
  readonly group: string;
  readonly agents: readonly string[];
}

export interface BulkRequester {
  readonly ref: string;
  readonly group: string;
}

export interface BulkComponent {
  readonly ref: string;
  /** The group that owns it. */
  readonly owner: string;
  readonly system: string;
  /** The group that its annotation names. */
  readonly team: string;
}

/** An invented company that is large enough for a desk with many tickets. */
export interface BulkOrganisation {
  /** The largest first. */
  readonly teams: readonly BulkTeam[];
  readonly admins: readonly string[];
  /** Those who are no agents. */
  readonly requesters: readonly BulkRequester[];
  /** The ones with the most trouble first. */
  readonly components: readonly BulkComponent[];
}

const TEAMS =
  'platform payments checkout identity data search logistics mobile network security storefront catalog messaging billing analytics pricing returns warehouse observability content'.split(
    ' ',
  );
const FIRST_NAMES =
  'ada bela cleo dora emil faye gina hugo iris juri kora lena milo nora otto pia quin rosa sven tara'.split(
    ' ',
  );
const LAST_NAMES =
  'arden birch corry delmar eskil fenn garro holm ivers jansen'.split(' ');
const PARTS = 'api worker web gateway store index sync jobs bridge cache'.split(
  ' ',
);

const AGENTS = 80;
const FEWEST_AGENTS = 2;
const group = (name: string) => `group:default/${name}`;
const user = (name: string) => `user:default/${name}`;

/** 20 teams, 200 people and 200 components, always the same. */
export function bulkOrganisation(): BulkOrganisation {
  const chance = new Chance(11);
  const people = chance.shuffled(
    FIRST_NAMES.flatMap(first => LAST_NAMES.map(last => `${first}.${last}`)),
  );
  const teams = teamsOf(people.slice(0, AGENTS));
  const groups = TEAMS.map(name => group(`${name}-makers`));
  const components = chance.shuffled(
    TEAMS.flatMap((area, index) =>
      PARTS.map(part => ({
        ref: `component:default/${area}-${part}`,
        owner: groups[index],
        system: `system:default/${area}`,
        team: teams[index].group,
      })),
    ),
  );
  return {
    teams,
    admins: teams.slice(0, 2).map(({ agents }) => agents[0]),
    requesters: people.slice(AGENTS).map((name, index) => ({
      ref: user(name),
      group: groups[index % groups.length],
    })),
    components,
  };
}

/** Every team has some agents, and the first ones have most. */
function teamsOf(names: readonly string[]): BulkTeam[] {
  const sizes = TEAMS.map(() => FEWEST_AGENTS);
  const weights = TEAMS.map((_, index) => 1 / (index + 3));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const rest = names.length - TEAMS.length * FEWEST_AGENTS;
  let given = 0;
  weights.forEach((weight, index) => {
    const more = Math.floor((rest * weight) / whole);
    sizes[index] += more;
    given += more;
  });
  sizes[0] += rest - given;
  let from = 0;
  return TEAMS.map((name, index) => {
    const agents = names.slice(from, from + sizes[index]).map(user);
    from += sizes[index];
    return { group: group(`${name}-support`), agents };
  });
}

/** The organisation as the catalog holds it. */
export function bulkEntities(organisation: BulkOrganisation): Entity[] {
  const { teams, admins, requesters, components } = organisation;
  const memberships = new Map<string, string[]>();
  const belongs = (ref: string, to: string) =>
    memberships.set(ref, [...(memberships.get(ref) ?? []), to]);
  teams.forEach(team => team.agents.forEach(ref => belongs(ref, team.group)));
  admins.forEach(ref => belongs(ref, group('desk-admins')));
  requesters.forEach(person => belongs(person.ref, person.group));
  const groups = [...new Set([...memberships.values()].flat())];
  const owners = new Map(
    components.map(({ system, owner }) => [system, owner]),
  );
  return [
    ...groups.map(ref => entity('Group', ref, { type: 'team', children: [] })),
    ...[...memberships].map(([ref, memberOf]) =>
      entity('User', ref, { memberOf, profile: { displayName: nameOf(ref) } }),
    ),
    ...[...owners].map(([ref, owner]) => entity('System', ref, { owner })),
    ...components.map(({ ref, owner, system, team }) =>
      entity(
        'Component',
        ref,
        { type: 'service', lifecycle: 'production', owner, system },
        { 'tickets/support-team': team },
      ),
    ),
  ];
}

function entity(
  kind: string,
  ref: string,
  spec: JsonObject,
  annotations?: Record<string, string>,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: nameOf(ref), annotations },
    spec,
  };
}

function nameOf(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}

/** How that company has configured its desk, below `tickets`. */
export function bulkConfig({ teams }: BulkOrganisation): JsonObject {
  const weekday = ['09:00-17:00'];
  return {
    admins: [group('desk-admins')],
    teams: teams.map(team => ({ group: team.group })),
    defaultTeam: teams[0].group,
    numbering: { mask: 'T{yyyy}-{000000}', timeZone: 'UTC' },
    categories: [
      {
        id: 'incident',
        title: 'Something is broken',
        priority: 'high',
        form: {
          schema: {
            type: 'object',
            properties: {
              environment: { type: 'string', enum: ['test', 'production'] },
              users: { type: 'integer' },
            },
          },
        },
      },
      { id: 'access', title: 'Access' },
      { id: 'request', title: 'Service request' },
      { id: 'data', title: 'Data correction' },
      { id: 'question', title: 'Question', priority: 'low' },
    ],
    calendars: [
      {
        id: 'office',
        timeZone: 'Europe/Berlin',
        hours: {
          monday: weekday,
          tuesday: weekday,
          wednesday: weekday,
          thursday: weekday,
          friday: weekday,
        },
      },
    ],
    slaPolicies: [
      {
        id: 'standard',
        title: 'Standard',
        calendar: 'office',
        targets: {
          high: { response: { hours: 2 }, resolution: { hours: 16 } },
        },
        default: { response: { hours: 8 }, resolution: { hours: 40 } },
      },
    ],
    defaultSlaPolicy: 'standard',
  };
}
