import { pick } from '../chance.mjs';
import { api } from '../stage.mjs';
import { listed } from './sql.mjs';

/** How many open tickets the queues of all 20 teams hold, for an agent. */
export async function counts({ agents, organisation, client }) {
  const teams = organisation.teams.map(({ group }) => group);
  const statement = `
    select team, count(*) from tickets
    where team in (${teams.map(() => '?').join(', ')})
      and ended_at is null and ${listed}
    group by team`;
  return {
    async call(send) {
      const { token } = pick(agents);
      for (const team of teams) {
        const query = new URLSearchParams({ team, state: 'open' });
        await send({ path: `${api}/counts?${query}`, token });
      }
    },
    sql: () => client.query(statement, teams),
  };
}
