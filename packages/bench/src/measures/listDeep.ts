import type { Call, Connection } from '../Connection';
import type { PreparedMeasure } from '../measure';
import type { Person } from '../people';
import { pick } from '../random';
import { type Stage, api } from '../stage';
import { listed, withAssets } from './sql';

const PAGE = 400;
const SIZE = 25;

/** How many different pages are asked for, around that one. */
const AROUND = 20;

const statement = withAssets(
  `select * from tickets
   where (created_at, id) < (?, ?) and ${listed}
   order by created_at desc, id desc limit ${SIZE}`,
  't.created_at desc, t.id desc',
);

/** Page 400 of all tickets by creation, for agents of any team. */
export async function listDeep(stage: Stage): Promise<PreparedMeasure> {
  const { agents, admin, client, connection } = stage;
  const cursors = await walk(connection, admin);
  const positions = await client.query(
    `select created_at, id from tickets where ${listed}
     order by created_at desc, id desc limit ${AROUND} offset ?`,
    [SIZE * cursors.first],
  );
  return {
    call: send => send(page(pick(agents), pick(cursors.some))),
    sql() {
      const { created_at: at, id } = pick(positions);
      return client.query(statement, [at, id]);
    },
  };
}

function page({ token }: Person, cursor: string | undefined): Call {
  const query = new URLSearchParams({
    sort: 'createdAt',
    limit: String(SIZE),
    ...(cursor && { cursor }),
  });
  return { path: `${api}/tickets?${query}`, token };
}

/** Goes there once, from page to page. */
async function walk(
  connection: Connection,
  admin: Person,
): Promise<{ some: string[]; first: number }> {
  const cursors: string[] = [];
  while (cursors.length < PAGE + AROUND / 2) {
    const answer = await connection.send(page(admin, cursors.at(-1)));
    const { nextCursor } = JSON.parse(answer);
    if (!nextCursor) break;
    cursors.push(nextCursor);
  }
  const some = cursors.slice(-AROUND);
  return { some, first: cursors.length - some.length };
}
