import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { caller, testDesk } from '../../__testUtils__/testDesk';
import { ticketRow } from '../../__testUtils__/ticketRow';
import { ThrottledLogger } from '../../desk/ThrottledLogger';
import { runBackfills } from '../../desk/backfill/runBackfills';
import { storedBackfills } from '../backfill/storedBackfills';

jest.setTimeout(120_000);

const databases = testDatabases();
const MINUTE = 60_000;
const begin = Date.now();

let starts = 0;

/** A process that fills in what is missing; each `run` is ten minutes later. */
function start(knex: Knex) {
  let now = begin + (starts += 1) * 60 * MINUTE;
  const logger = mockServices.logger.mock();
  const clock = () => new Date(now);
  const backfills = storedBackfills(knex, clock);
  return {
    logger,
    async run() {
      now += 10 * MINUTE;
      const throttledLogger = new ThrottledLogger(logger, clock);
      await runBackfills({ backfills, logger, throttledLogger });
      expect(logger.error.mock.calls).toEqual([]);
    },
  };
}

/** As a version writes that knows no search. */
async function oldTicket(knex: Knex, id: string, columns: object = {}) {
  const updated = new Date(begin);
  await knex('tickets').insert({
    ...ticketRow,
    id,
    number: `T-${id}`,
    updated_at: updated,
    ...columns,
  });
}

async function oldMessages(knex: Knex, ticket: string, bodies: string[]) {
  await knex.batchInsert(
    'ticket_messages',
    bodies.map(body => ({
      ticket_id: ticket,
      kind: 'reply',
      side: 'team',
      author: 'user:default/a',
      body,
      created_at: new Date(begin),
    })),
    100,
  );
}

async function texts(knex: Knex): Promise<string[]> {
  return knex('ticket_texts').orderBy('words').pluck('words');
}

describe.each(databases.ids)('texts that older versions wrote on %s', id => {
  it('are found by all their words after the start', async () => {
    const knex = await databases.init(id);
    const { desk } = await testDesk(knex);
    const { id: ticket } = await desk.fileTicket(caller('requester'), {
      subject: 'New',
      assets: ['component:default/queue'],
    });
    await oldTicket(knex, 'old', {
      subject: 'Größe des Ledgers',
      fields: JSON.stringify({ host: 'node-17', on: true }),
      requester: caller('requester').ref,
    });
    await oldMessages(knex, 'old', ['Die Platte ist voll', '...']);
    await oldMessages(knex, ticket, ['Straße gesperrt']);

    await start(knex).run();

    for (const text of ['ledgers', 'node', 'platte', 'strasse']) {
      const found = await desk.searchTickets(caller('agent'), {
        text,
        limit: 10,
      });
      expect([text, found.items.length]).toEqual([text, 1]);
    }
    expect(await knex('ticket_texts').where({ words: '' })).toEqual([]);
  });

  it('are filled in once, however many do it, and left alone when they are right', async () => {
    const knex = await databases.init(id);
    for (let index = 0; index < 30; index++) {
      await oldTicket(knex, `id-${index}`);
      await oldMessages(knex, `id-${index}`, ['first', 'second']);
    }
    await Promise.all([start(knex).run(), start(knex).run()]);
    await start(knex).run();
    const rows = await knex('ticket_texts').orderBy('seq');
    expect(rows).toHaveLength(90);
    await start(knex).run();
    expect(await knex('ticket_texts').orderBy('seq')).toEqual(rows);
  });

  it('are found while both versions write, and after one went back', async () => {
    const knex = await databases.init(id);
    await oldTicket(knex, 'a', { subject: 'before' });
    const process = start(knex);
    await process.run();
    await oldTicket(knex, 'b', { subject: 'meanwhile' });
    await oldMessages(knex, 'a', ['meantime']);
    await process.run();
    expect(await texts(knex)).toEqual([
      'meantime',
      't a before',
      't b meanwhile',
    ]);

    await knex('tickets')
      .where({ id: 'a' })
      .update({ subject: 'after', updated_at: new Date(begin + 1) });
    await oldTicket(knex, 'c', { subject: 'back' });
    await oldMessages(knex, 'c', ['gone back']);
    await start(knex).run();
    expect(await texts(knex)).toEqual([
      'gone back',
      'meantime',
      't a after',
      't b meanwhile',
      't c back',
    ]);
  });

  it('are found after the next start where they came with an old time', async () => {
    const knex = await databases.init(id);
    await oldTicket(knex, 'a');
    await oldMessages(knex, 'a', ['one', 'two']);
    await start(knex).run();
    await oldTicket(knex, 'b', { updated_at: new Date(begin - MINUTE) });
    await knex('ticket_texts').where({ words: 'one' }).delete();
    await start(knex).run();
    expect(await texts(knex)).toEqual([
      'one',
      't a subject',
      't b subject',
      'two',
    ]);
  });

  it('are not looked at before the transaction of a writer can have ended', async () => {
    const knex = await databases.init(id);
    const process = start(knex);
    const soon = new Date(begin + (starts * 60 + 9) * MINUTE);
    await oldTicket(knex, 'a', { updated_at: soon });
    await process.run();
    expect(await texts(knex)).toEqual([]);
    await process.run();
    expect(await texts(knex)).toEqual(['t a subject']);
  });

  it('get other words when these are written in another form', async () => {
    const knex = await databases.init(id);
    await oldTicket(knex, 'a', { fields: '{"host":"b"}' });
    await oldMessages(knex, 'a', ['one']);
    await start(knex).run();
    const right = await knex('ticket_texts').orderBy('seq');
    await knex('ticket_texts').update({ words: 'wrong' });
    await knex('ticket_texts').insert({
      ticket_id: 'a',
      source: 'field',
      field: 'gone',
      words: 'gone',
    });
    await knex('ticket_backfills').update({ format: 0 });
    await start(knex).run();
    expect(await knex('ticket_texts').orderBy('seq')).toEqual(right);
  });

  it('are left to a later version that writes them in another form', async () => {
    const knex = await databases.init(id);
    await start(knex).run();
    await knex('ticket_backfills').update({ format: 1_000 });
    await oldTicket(knex, 'a');
    await start(knex).run();
    expect(await texts(knex)).toEqual([]);
  });

  if (id.startsWith('POSTGRES')) {
    it('of tickets and messages that somebody holds come later, and what moved is not doubled', async () => {
      const knex = await databases.init(id);
      await oldTicket(knex, 'a');
      await oldTicket(knex, 'b', { updated_at: new Date(begin + 1) });
      await oldMessages(knex, 'a', ['one', 'two']);
      const process = start(knex);
      await knex.transaction(async tx => {
        await tx('tickets').where({ id: 'b' }).forUpdate();
        await tx('ticket_messages')
          .where({ body: 'one' })
          .update({ ticket_id: 'b' });
        await process.run();
        expect(await texts(knex)).toEqual(['t a subject', 'two']);
      });
      await process.run();
      const rows = await knex('ticket_texts').orderBy('words');
      expect(rows.map(row => [row.ticket_id, row.words])).toEqual([
        ['b', 'one'],
        ['a', 't a subject'],
        ['b', 't b subject'],
        ['a', 'two'],
      ]);
    });
  }
});
