import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabases } from '../__testUtils__/databases';
import { layTicketRow, ticketRow } from '../__testUtils__/ticketRow';
import { ReadStore } from './ReadStore';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('who read a ticket, on %s', id => {
  it('is recorded unless the ticket is deleted meanwhile', async () => {
    const knex = await databases.init(id);
    await layTicketRow(knex);
    const reads = new ReadStore(knex);
    const seen = { version: 1, inside: true };
    const recorded = () => knex('ticket_reads').select('person', 'version');

    await reads.record('user:default/a', ticketRow.id, seen);
    expect(await recorded()).toEqual([
      { person: 'user:default/a', version: 1 },
    ]);

    let recording: Promise<void> | undefined;
    await knex.transaction(async trx => {
      await trx('tickets').where({ id: ticketRow.id }).delete();
      recording = reads.record('user:default/b', ticketRow.id, seen);
      // so that it has begun where the database lets two write at once
      await sleep(200);
    });
    await recording;
    expect(await recorded()).toEqual([]);
  });
});
