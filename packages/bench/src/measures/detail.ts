import type { PreparedMeasure } from '../measure';
import { pick } from '../random';
import { type Stage, api } from '../stage';
import { type SampleTicket, sampleTickets, withAssets } from './sql';

const ticket = withAssets('select * from tickets where id = ?', 't.id');
const messages = `
  select m.*, f.* from (
    select * from ticket_messages where ticket_id = ?
    order by seq desc limit 25) m
  left join ticket_files f on f.message_seq = m.seq
  order by m.seq desc`;

/** A ticket with its messages, for an agent of its team or its requester. */
export async function detail(stage: Stage): Promise<PreparedMeasure> {
  const { client, knows } = stage;
  const tickets = await sampleTickets(client, '1 = 1');
  const find = readers(stage, tickets);
  const inOne = knows('/tickets/{ticket}')?.get?.parameters.some(
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

/** A ticket and the token of a person who reads it. */
interface Reader {
  readonly id: string;
  readonly token: string;
  readonly side: 'team' | 'requester';
}

/** Finds a ticket and a person who reads it. */
export function readers(
  { agents, requesters }: Stage,
  tickets: readonly SampleTicket[],
): () => Reader {
  const reading = tickets.flatMap<Reader>(({ id, team, requester }) => [
    ...agents
      .filter(agent => agent.team === team)
      .map(({ token }) => ({ id, token, side: 'team' as const })),
    ...requesters
      .filter(({ ref }) => ref === requester)
      .map(({ token }) => ({ id, token, side: 'requester' as const })),
  ]);
  return () => pick(reading);
}
