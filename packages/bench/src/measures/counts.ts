import type { Send } from '../Connection';
import type { PreparedMeasure } from '../measure';
import type { Person } from '../people';
import { pick } from '../random';
import { type Stage, api } from '../stage';
import { listed } from './sql';

/** Where the desk stops counting unless the request says otherwise. */
const CAP = 100;

/** How many open tickets the queues of all 20 teams hold, for an agent. */
export async function counts(stage: Stage): Promise<PreparedMeasure> {
  const { agents, organisation, client, knows } = stage;
  const teams = organisation.teams.map(({ group }) => group);
  const statement = teams
    .map(
      () => `select count(*) from (
        select 1 from tickets
        where team = ? and ended_at is null and ${listed} limit ${CAP}) as part`,
    )
    .join(' union all ');
  return {
    call: knows('/counts')?.post
      ? send => countAtOnce(send, pick(agents), teams)
      : send => countEach(send, pick(agents), teams),
    sql: () => client.query(statement, teams),
  };
}

function countAtOnce(
  send: Send,
  { token }: Person,
  teams: readonly string[],
): Promise<string> {
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

async function countEach(
  send: Send,
  { token }: Person,
  teams: readonly string[],
): Promise<void> {
  for (const team of teams) {
    const query = new URLSearchParams({ team, state: 'open' });
    await send({ path: `${api}/counts?${query}`, token });
  }
}
