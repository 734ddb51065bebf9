import type { PreparedMeasure } from '../measure';
import { type Stage, api } from '../stage';
import { insertEvent, text } from './create';
import { readers } from './detail';
import { inTransaction, insert, sampleTickets } from './sql';

/** A reply to any open ticket, by an agent of its team or its requester. */
export async function reply(stage: Stage): Promise<PreparedMeasure> {
  const { client } = stage;
  const tickets = await sampleTickets(client, 'ended_at is null');
  const find = readers(stage, tickets);
  return {
    call(send) {
      const { id, token } = find();
      return send({
        method: 'POST',
        path: `${api}/tickets/${id}/messages`,
        token,
        status: 201,
        body: { kind: 'reply', body: text(40) },
      });
    },
    sql() {
      const { id, side } = find();
      return inTransaction(client, () => write(stage, id, side));
    },
  };
}

/** What a reply has to write at least. */
async function write(
  { client, organisation }: Stage,
  id: string,
  side: 'team' | 'requester',
): Promise<void> {
  const at = new Date();
  const [{ version, requester }] = await client.query(
    'select * from tickets where id = ?',
    [id],
  );
  const author = side === 'team' ? organisation.admins[0] : requester;
  const [{ seq }] = await insert(
    client,
    'ticket_messages',
    {
      ticket_id: id,
      kind: 'reply',
      side,
      author,
      body: text(40),
      created_at: at,
    },
    'seq',
  );
  await client.query(
    `update tickets set updated_at = ?, updated_by = ?, version = version + 1
     where id = ?`,
    [at, author, id],
  );
  await insertEvent(client, id, version + 1, author, {
    type: 'replied',
    messageId: String(seq),
    side,
  });
}
