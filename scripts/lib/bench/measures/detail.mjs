import { pick } from '../chance.mjs';
import { api } from '../stage.mjs';
import { someTickets, withAssets } from './sql.mjs';

const ticket = withAssets('select * from tickets where id = ?', 't.id');
const messages = `
  select m.*, f.* from (
    select * from ticket_messages where ticket_id = ?
    order by seq desc limit 25) m
  left join ticket_files f on f.message_seq = m.seq
  order by m.seq desc`;

/** A ticket with its messages, for an agent of its team or its requester. */
export async function detail(stage) {
  const { client, knows } = stage;
  const tickets = await someTickets(client, '1 = 1');
  const find = readers(stage, tickets);
  const inOne = knows('/tickets/{ticket}').get.parameters.some(
    ({ name }) => name === 'include',
  );
  return {
    async call(send) {
      const { id, token } = find();
      const path = `${api}/tickets/${id}`;
      if (inOne) {
        await send({ path: `${path}?include=messages`, token });
        return;
      }
      await send({ path, token });
      await send({ path: `${path}/messages`, token });
    },
    async sql() {
      const { id } = find();
      await client.query(ticket, [id]);
      await client.query(messages, [id]);
    },
  };
}

/** Finds a ticket and somebody who reads it. */
export function readers({ agents, requesters }, tickets) {
  const reading = tickets.flatMap(({ id, team, requester }) => [
    ...agents
      .filter(agent => agent.team === team)
      .map(({ token }) => ({ id, token, side: 'team' })),
    ...requesters
      .filter(({ ref }) => ref === requester)
      .map(({ token }) => ({ id, token, side: 'requester' })),
  ]);
  return () => pick(reading);
}
