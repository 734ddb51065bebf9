import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../../__testUtils__/databases';
import { lifeDesk } from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';
import { ThrottledLogger } from '../../desk/ThrottledLogger';
import { runBackfills } from '../../desk/backfill/runBackfills';
import { storedBackfills } from '../backfill/storedBackfills';
import { mergedTexts } from './mergedTextsBackfill';

jest.setTimeout(60_000);

const databases = testDatabases();
const agent = caller('agent');

describe.each(databases.ids)('texts of tickets merged before, on %s', id => {
  it('come to the ticket that is the last of several merges', async () => {
    const knex = await databases.init(id);
    const { clock, desk, file } = await lifeDesk(knex);
    const [first, second, last] = [
      await file({ subject: 'Quagga' }),
      await file({ subject: 'Okapi' }),
      await file({ subject: 'Zebra' }),
    ];
    await desk.mergeTicket(agent, { ticket: first.id }, { into: second.id });
    await desk.mergeTicket(agent, { ticket: second.id }, { into: last.id });
    // as an older version leaves them
    for (const { id: ticket } of [first, second]) {
      await knex('ticket_texts')
        .where({ origin: ticket })
        .update({ ticket_id: ticket, origin: null, origin_field: null });
    }
    const found = async (text: string) =>
      (await desk.searchTickets(agent, { text, limit: 10 })).items.map(
        ({ ticket }) => ticket.id,
      );
    expect(await found('quagga')).toEqual([]);

    const [backfill] = storedBackfills(knex, clock.now, [mergedTexts]);
    expect(await backfill.pending()).toBe(2);
    while ((await backfill.fillBatch(1)) > 0) {
      // one after the other
    }
    expect(await backfill.pending()).toBe(0);
    expect(await found('quagga')).toEqual([last.id]);
    expect(await found('okapi')).toEqual([last.id]);
    const [hit] = (
      await desk.searchTickets(agent, { text: 'quagga', limit: 10 })
    ).items;
    expect(hit.highlights).toMatchObject([
      { where: 'subject', origin: first.number },
    ]);
  });

  it('are looked through with those of other tickets, and stay', async () => {
    const knex = await databases.init(id);
    const { clock, desk, file } = await lifeDesk(knex);
    const [first, last] = [
      await file({ subject: 'Quagga' }),
      await file({ subject: 'Zebra' }),
    ];
    await desk.mergeTicket(agent, { ticket: first.id }, { into: last.id });
    const texts = () =>
      knex('ticket_texts')
        .orderBy(['origin', 'seq'])
        .select('ticket_id', 'origin', 'words');
    const right = await texts();
    expect(right).toHaveLength(2);
    const logger = mockServices.logger.mock();
    const run = async () => {
      clock.advance(60);
      const backfills = storedBackfills(knex, clock.now);
      clock.advance(60);
      const throttledLogger = new ThrottledLogger(logger, clock.now);
      await runBackfills({ backfills, logger, throttledLogger });
      expect(logger.error.mock.calls).toEqual([]);
    };
    await run();
    expect(await texts()).toEqual(right);
    await knex('ticket_texts').update({ words: 'as before' });
    await run();
    expect(await texts()).toEqual(right);
    await knex('ticket_texts').whereNotNull('origin').delete();
    await run();
    expect(await texts()).toEqual(right);
  });
});
