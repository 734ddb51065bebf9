import type { PreparedMeasure } from '../measure';
import { pick } from '../random';
import { type Stage, api } from '../stage';
import { listed, withAssets } from './sql';

const statement = withAssets(
  `select * from tickets
   where team = ? and ended_at is null and ${listed}
   order by updated_at desc, id desc limit 25`,
  't.updated_at desc, t.id desc',
);

/** The first page of a team's open queue, for an agent of that team. */
export async function listOpen({
  agents,
  client,
}: Stage): Promise<PreparedMeasure> {
  return {
    call(send) {
      const { team, token } = pick(agents);
      const query = new URLSearchParams({ team, state: 'open' });
      return send({ path: `${api}/tickets?${query}`, token });
    },
    sql: () => client.query(statement, [pick(agents).team]),
  };
}
