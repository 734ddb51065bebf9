import { setTimeout as sleep } from 'node:timers/promises';
import { during, Trouble } from '../say.mjs';
import { Connection } from './Connection.mjs';

const PATIENCE_SECONDS = 300;

/** How many people take part in the load. */
const AGENTS = 30;
const REQUESTERS = 10;

/**
 * Somebody who is signed in. `team` is that of an agent.
 *
 * @typedef {{ ref: string, team?: string, token: string }} Person
 */

/**
 * Signs in some people, as soon as the catalog knows everybody and their
 * groups.
 *
 * @returns {Promise<{ agents: Person[], requesters: Person[], admin: Person }>}
 */
export function signInPeople(portal, organisation) {
  return during('Signing people in', async () => {
    const connection = new Connection(portal.url);
    try {
      const { teams, requesters, admins } = organisation;
      const signIn = ref => eventually(() => enter(connection, portal, ref));
      const [adminRef] = admins;
      const admin = { ref: adminRef, token: await signIn(adminRef) };
      await untilCatalogIsComplete(connection, admin, organisation);
      const agents = agentsOf(teams, admins).slice(0, AGENTS);
      const some = requesters.slice(0, REQUESTERS);
      const people = [];
      for (const person of [...agents, ...some.map(({ ref }) => ({ ref }))]) {
        people.push({ ...person, token: await signIn(person.ref) });
      }
      return {
        agents: people.filter(({ team }) => team),
        requesters: people.filter(({ team }) => !team),
        admin,
      };
    } finally {
      connection.close();
    }
  });
}

/** First one agent of each team, then the second ones, and so on. */
function agentsOf(teams, admins) {
  const most = Math.max(...teams.map(({ agents }) => agents.length));
  return Array.from({ length: most }, (_, index) =>
    teams.flatMap(({ group, agents }) =>
      agents[index] ? [{ ref: agents[index], team: group }] : [],
    ),
  )
    .flat()
    .filter(({ ref }) => !admins.includes(ref));
}

async function enter(connection, { secret }, ref) {
  const answer = await connection.send({
    path: '/api/auth/bench/refresh',
    headers: { 'x-bench-person': ref, 'x-bench-secret': secret },
  });
  return JSON.parse(answer).backstageIdentity.token;
}

async function untilCatalogIsComplete(connection, { token }, organisation) {
  const { teams, requesters, components } = organisation;
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

async function eventually(work) {
  const deadline = Date.now() + PATIENCE_SECONDS * 1000;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(500);
    }
  }
}
