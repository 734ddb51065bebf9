import { randomUUID } from 'node:crypto';
import type { Client, Row } from '../database';
import type { PreparedMeasure } from '../measure';
import { below, inTurn, pick } from '../random';
import { type Stage, api } from '../stage';
import { inTransaction, insert } from './sql';

/** What texts are made of that say little. */
export const WORDS =
  'the cluster does not answer and every deploy of our service fails with a timeout since this morning please have a look at the database'.split(
    ' ',
  );

/** So many words that say little. */
export const text = (count: number): string =>
  Array.from({ length: count }, () => pick(WORDS)).join(' ');

/** A ticket with a first message about any component, filed by anybody. */
export async function create({
  everybody,
  organisation,
  client,
}: Stage): Promise<PreparedMeasure> {
  const next = inTurn(everybody);
  const sample = await sampleOf(client);
  const written: string[] = [];
  return {
    call: send =>
      send({
        method: 'POST',
        path: `${api}/tickets`,
        token: next().token,
        status: 201,
        body: {
          subject: text(7),
          message: text(40),
          category: 'request',
          assets: [pick(organisation.components).ref],
        },
      }),
    async sql() {
      const id = randomUUID();
      await inTransaction(client, () =>
        write(client, { ...sample, id }, organisation),
      );
      written.push(id);
    },
    async cleanUp() {
      for (const id of written.splice(0)) {
        await client.query('delete from ticket_outbox where ticket_id = ?', [
          id,
        ]);
        await client.query('delete from tickets where id = ?', [id]);
      }
    },
  };
}

async function sampleOf(client: Client): Promise<Row> {
  const [ticket] = await client.query(
    'select * from tickets order by created_at desc limit 1',
  );
  return ticket;
}

/** What filing has to write at least. */
async function write(
  client: Client,
  ticket: Row,
  { components }: Stage['organisation'],
): Promise<void> {
  const at = new Date();
  const [{ value }] = await client.query(
    `insert into ticket_counters (scope, value) values ('bench', 1)
     on conflict (scope) do update set value = ticket_counters.value + 1
     returning value`,
  );
  const { id, requester } = ticket;
  await insert(client, 'tickets', {
    ...ticket,
    number: `BENCH-${value}-${below(1e9)}`,
    created_at: at,
    updated_at: at,
  });
  await insert(client, 'ticket_assets', {
    ticket_id: id,
    position: 0,
    entity_ref: pick(components).ref,
    owner: null,
  });
  await insert(client, 'ticket_messages', {
    ticket_id: id,
    kind: 'reply',
    side: 'requester',
    author: requester,
    body: text(40),
    created_at: at,
  });
  await insertEvent(client, id, 1, requester, { type: 'filed' });
  await insert(client, 'ticket_outbox', {
    notice_id: randomUUID(),
    channel: 'bench',
    ticket_id: id,
    notice: '{}',
    created_at: at,
  });
}

export function insertEvent(
  client: Client,
  ticket: string,
  version: number,
  actor: string,
  detail: object,
): Promise<Row[]> {
  return insert(client, 'ticket_events', {
    ticket_id: ticket,
    version,
    actor,
    at: new Date(),
    detail: JSON.stringify(detail),
  });
}
