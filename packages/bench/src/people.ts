import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './Connection';
import type { Portal } from './portal';
import type { SeededOrganisation } from './seeding';
import { during, Trouble } from './tools';

const PATIENCE_SECONDS = 300;

/** How many people take part in the load. */
const AGENTS = 30;
const REQUESTERS = 10;

/** A person who is signed in. */
export interface Person {
  readonly ref: string;
  readonly token: string;
}

export interface AgentPerson extends Person {
  readonly team: string;
}

export interface People {
  readonly agents: readonly AgentPerson[];
  readonly requesters: readonly Person[];
  readonly admin: Person;
}

/**
 * Signs in some people, as soon as the catalog knows everybody and their
 * groups.
 */
export function signInPeople(
  portal: Portal,
  organisation: SeededOrganisation,
): Promise<People> {
  return during('Signing people in', async () => {
    const connection = new Connection(portal.url);
    try {
      const { teams, requesters, admins } = organisation;
      const signIn = async <T extends { ref: string }>(person: T) => ({
        ...person,
        token: await eventually(() => enter(connection, portal, person.ref)),
      });
      const admin = await signIn({ ref: admins[0] });
      await untilCatalogIsComplete(connection, admin, organisation);
      return {
        agents: await inSequence(
          agentsOf(teams, admins).slice(0, AGENTS),
          signIn,
        ),
        requesters: await inSequence(
          requesters.slice(0, REQUESTERS).map(({ ref }) => ({ ref })),
          signIn,
        ),
        admin,
      };
    } finally {
      connection.close();
    }
  });
}

async function inSequence<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) {
    results.push(await work(item));
  }
  return results;
}

/** First one agent of each team, then the second ones, and so on. */
function agentsOf(
  teams: SeededOrganisation['teams'],
  admins: readonly string[],
): { ref: string; team: string }[] {
  const most = Math.max(...teams.map(({ agents }) => agents.length));
  return Array.from({ length: most }, (_, index) =>
    teams.flatMap(({ group, agents }) =>
      agents[index] ? [{ ref: agents[index], team: group }] : [],
    ),
  )
    .flat()
    .filter(({ ref }) => !admins.includes(ref));
}

async function enter(
  connection: Connection,
  { secret }: Portal,
  ref: string,
): Promise<string> {
  const answer = await connection.send({
    path: '/api/auth/bench/refresh',
    headers: { 'x-bench-person': ref, 'x-bench-secret': secret },
  });
  return JSON.parse(answer).backstageIdentity.token;
}

async function untilCatalogIsComplete(
  connection: Connection,
  { token }: Person,
  { teams, requesters, components }: SeededOrganisation,
): Promise<void> {
  const people =
    requesters.length +
    teams.reduce((sum, team) => sum + team.agents.length, 0);
  const expected = {
    'kind=user,relations.memberOf': people,
    'kind=component,relations.ownedBy': components.length,
    'kind=group,relations.hasMember': undefined,
  };
  for (const [filter, count] of Object.entries(expected)) {
    await eventually(async () => {
      const answer = await connection.send({
        path: `/api/catalog/entities/by-query?limit=0&filter=${encodeURIComponent(filter)}`,
        token,
      });
      const { totalItems } = JSON.parse(answer);
      if (count !== undefined && totalItems < count) {
        throw new Trouble(`The catalog has ${totalItems} of ${filter}.`);
      }
    });
  }
}

/** Tries until it succeeds; after some minutes it fails as the last attempt did. */
export async function eventually<T>(work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_SECONDS * 1000;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
      await sleep(500);
    }
  }
}
