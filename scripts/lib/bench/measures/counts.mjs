import { pick } from '../chance.mjs';
import { api } from '../stage.mjs';
import { listed } from './sql.mjs';

/** Where the desk stops counting unless it is told otherwise. */
const CAP = 100;

/** How many open tickets the queues of all 20 teams hold, for an agent. */
export async function counts({ agents, organisation, client, knows }) {
  const teams = organisation.teams.map(({ group }) => group);
  const statement = teams
    .map(
      () => `select count(*) from (
        select 1 from tickets
        where team = ? and ended_at is null and ${listed} limit ${CAP}) as part`,
    )
    .join(' union all ');
  return {
    call: knows('/counts').post
      ? send => countAtOnce(send, pick(agents), teams)
      : send => countEach(send, pick(agents), teams),
    sql: () => client.query(statement, teams),
  };
}

function countAtOnce(send, { token }, teams) {
  const views = teams.map(team => ({
    id: team,
    filter: { team: [team], state: 'open' },
  }));
  return send({
    method: 'POST',
    path: `${api}/counts`,
    token,
    body: { views },
  });
}

async function countEach(send, { token }, teams) {
  for (const team of teams) {
    const query = new URLSearchParams({ team, state: 'open' });
    await send({ path: `${api}/counts?${query}`, token });
  }
}
