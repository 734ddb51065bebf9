import { SeededRandom } from './SeededRandom';

/** A support team and its agents, as references. */
export interface SeedTeam {
  readonly group: string;
  readonly agents: readonly string[];
}

export interface SeedRequester {
  readonly ref: string;
  readonly group: string;
}

export interface SeedComponent {
  readonly ref: string;
  /** The group that owns it. */
  readonly owner: string;
  readonly system: string;
  /** The group that its annotation names. */
  readonly team: string;
}

/** An invented company that is large enough for a desk with many tickets. */
export interface SeedOrganisation {
  /** The largest first. */
  readonly teams: readonly SeedTeam[];
  readonly admins: readonly string[];
  /** Those who are no agents. */
  readonly requesters: readonly SeedRequester[];
  /** The ones with the most trouble first. */
  readonly components: readonly SeedComponent[];
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

export const ADMINS = 'group:default/desk-admins';

const group = (name: string) => `group:default/${name}`;
const user = (name: string) => `user:default/${name}`;

/** 20 teams, 200 people and 200 components, always the same. */
export function seedOrganisation(): SeedOrganisation {
  const random = new SeededRandom(11);
  const people = random.shuffled(
    FIRST_NAMES.flatMap(first => LAST_NAMES.map(last => `${first}.${last}`)),
  );
  const teams = teamsOf(people.slice(0, AGENTS));
  const groups = TEAMS.map(name => group(`${name}-makers`));
  const components = random.shuffled(
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
function teamsOf(names: readonly string[]): SeedTeam[] {
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
